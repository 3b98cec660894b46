#!/usr/bin/env bash
# Everything that must hold before a change goes in. Runs all of it, fails if any part fails, and
# ends with pytest's own line.
#
# Of tests that are many and alike (marked "long") a sample runs here; `make test-long` runs all.
#
# Usage: scripts/check.sh [pytest arguments]
set -uo pipefail

cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.."
python=.venv/bin/python
failed=()

step() { # name, command...
  local name="$1" output started=$SECONDS
  shift
  if output="$("$@" 2>&1)"; then
    printf '%-14s ok  (%d s)\n' "$name" "$((SECONDS - started))"
  else
    printf '%-14s FAILED\n%s\n' "$name" "$output"
    failed+=("$name")
  fi
}

import_rules='from importlinter.cli import lint_imports_command; lint_imports_command()'

step "ruff check" "$python" -m ruff check --output-format concise .
step "ruff format" "$python" -m ruff format --check --output-format concise .
step "mypy" "$python" -m mypy
step "import rules" "$python" -c "$import_rules" --no-logo

"$python" -m pytest -q -n "${PYTEST_WORKERS:-2}" --dist loadgroup -m "not long" "$@"
tests=$?

if [ "${#failed[@]}" -gt 0 ]; then
  printf 'Failed before the tests: %s\n' "$(IFS=,; echo "${failed[*]}")" >&2
  exit 1
fi
exit "$tests"
