#!/usr/bin/env bash
# Resolves pyproject.toml into requirements.lock: every platform, every hash, no index address.
#
# uv resolves for all platforms at once, which pip cannot; it is fetched here and not locked, for
# nothing of the program or its tests needs it.
set -euo pipefail

cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.."
.venv/bin/python -m pip install --quiet "uv==0.13.8"
.venv/bin/python -m uv pip compile pyproject.toml --group dev --universal --python-version 3.11 \
  --generate-hashes --no-emit-index-url --no-header --no-annotate --quiet -o requirements.lock
if grep -n '://' requirements.lock; then
  echo "requirements.lock names an address; take it out before committing." >&2
  exit 1
fi
echo "requirements.lock: $(grep -c '==' requirements.lock) packages"
