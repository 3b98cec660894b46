"""Whose sessions a question is about: the person's own, never mixed with the drawn face's.

The drawn face stands in as the patient where there is no camera. What it does is nobody's practice:
it counts for no week, opens no phase and is compared with itself only.
"""

from __future__ import annotations

from sqlalchemy import ColumnElement

from coach.domain.session import DRAWN_FACE
from coach.storage.models import SessionRow


def of(*, drawn: bool) -> ColumnElement[bool]:
    """Sessions of the drawn face, or of everybody else (camera, film, stream)."""
    theirs = SessionRow.source_kind == DRAWN_FACE
    return theirs if drawn else ~theirs


def own() -> ColumnElement[bool]:
    """The person's own practice."""
    return of(drawn=False)
