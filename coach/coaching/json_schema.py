"""The published JSON Schema of exercise and programme files, for editors that check as you type."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Final

from pydantic import BaseModel

from coach.coaching.exercise_schema import ExerciseFile
from coach.coaching.library import PROGRAMMES
from coach.coaching.programme_schema import ProgrammeFile, SafetyFile

#: Where each schema stands below `assets/exercises/`.
SCHEMAS: Final[dict[Path, type[BaseModel]]] = {
    Path("schema.json"): ExerciseFile,
    Path("safety.schema.json"): SafetyFile,
    Path(PROGRAMMES) / "schema.json": ProgrammeFile,
}


def schema_text(model: type[BaseModel]) -> str:
    """The schema as it stands in the file (UTF-8, two spaces, final newline)."""
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **model.model_json_schema(),
    }
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def write_schemas(folder: Path) -> list[Path]:
    """Write the schemas below `folder`; returns the files."""
    written = []
    for relative, model in SCHEMAS.items():
        path = folder / relative
        path.write_text(schema_text(model), encoding="utf-8")
        written.append(path)
    return written
