"""Keeps the program's translations in step with its sentences.

`update [CODE ...]` reads every sentence from the code into `coach/translations/coach_CODE.ts`
(Qt's lupdate; translations that are there stay), then compiles it into the `.qm` file that the
program loads (lrelease). With a new code it starts a new language. Without codes: all there are.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
TRANSLATIONS = ROOT / "coach" / "translations"
TOOLS = Path(sys.executable).parent
#: Functions of `coach/domain/language.py` that lupdate reads like Qt's own `tr`.
ALIASES = ("mark", "plural")


def update(catalogue: Path) -> None:
    """Bring a `.ts` file up to date; sentences that are gone from the code leave it."""
    code = catalogue.stem.removeprefix("coach_")
    sources = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "coach").rglob("*.py"))
    aliases = [part for name in ALIASES for part in ("-tr-function-alias", f"tr+={name}")]
    options = ["-no-obsolete", "-locations", "none", "-source-language", "en"]
    command = [_tool("lupdate"), *sources, *aliases, *options, "-target-language", code]
    subprocess.run([*command, "-ts", str(catalogue)], cwd=ROOT, check=True)
    # lupdate takes the code's comments that begin with "#:" for notes to the translator.
    text = catalogue.read_text(encoding="utf-8")
    text = re.sub(r" *<extracomment>.*?</extracomment>\n", "", text, flags=re.DOTALL)
    catalogue.write_text(text, encoding="utf-8")


def compile_to(catalogue: Path, target: Path) -> None:
    """Compile a `.ts` file into a `.qm` file."""
    command = [_tool("lrelease"), "-silent", str(catalogue), "-qm", str(target)]
    subprocess.run(command, cwd=ROOT, check=True)


def _tool(name: str) -> str:
    return str(TOOLS / f"pyside6-{name}")


def main(arguments: list[str]) -> int:
    """Run the command line."""
    if not arguments or arguments[0] != "update":
        print(__doc__)
        return 2
    TRANSLATIONS.mkdir(exist_ok=True)
    named = [TRANSLATIONS / f"coach_{code}.ts" for code in arguments[1:]]
    for catalogue in named or sorted(TRANSLATIONS.glob("coach_*.ts")):
        update(catalogue)
        compile_to(catalogue, catalogue.with_suffix(".qm"))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
