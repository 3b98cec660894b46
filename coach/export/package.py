"""A session as one file to hand over: result files, what the person wrote, and a list of them."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from coach.domain.feedback import SCALE_MAX, SessionFeedback
from coach.domain.flag_curves import LeftOut
from coach.domain.language import tr
from coach.domain.session import LoggedFrame, SessionRecord
from coach.export.session_folder import session_files
from coach.files.together import write_together

#: Raised when a reader of older packages could misread a newer one. A later version may add how
#: the files are encrypted or who signed the list; readers pass over names they do not know.
PACKAGE_VERSION: Final = 1
MANIFEST: Final = "manifest.json"
NOTE: Final = "how_it_felt.txt"
_LEAST_DATE: Final = (1980, 1, 1, 0, 0, 0)  # zip knows nothing earlier,
_LAST_DATE: Final = (2107, 12, 31, 23, 59, 58)  # and nothing later


def write_package(
    folder: Path,
    name: str,
    record: SessionRecord,
    frames: Sequence[LoggedFrame],
    feedback: SessionFeedback | None,
    plots: bool = True,
    *,
    left_out: LeftOut | None = None,
) -> Path:
    """Write `NAME.zip` into a folder: CSV, JSON, plots, answers, and a manifest. Any thread.

    There are no pictures of the person in it, and nothing that names anybody but what they wrote
    in their own note.

    Args:
        folder: made where it is missing.
        name: of the file, without its ending.
        record: the session.
        frames: all its rows, in order.
        feedback: how it felt; None where nothing was answered.
        plots: draw the pictures of the measures too.
        left_out: as in `write_session`.

    Returns:
        The file; a package of the same name is replaced.

    Raises:
        OutputError: the folder cannot be written or the disk is full; then nothing is left.
    """
    files = session_files(record, frames, plots, left_out)
    if feedback is not None:
        files[NOTE] = feedback_text(feedback).encode()
    data = _zipped(record, {**files, MANIFEST: _manifest(record, files)})
    return write_together(folder, {f"{name}.zip": data})[0]


def feedback_text(feedback: SessionFeedback) -> str:
    """The answers as lines that a person reads."""
    lines = [
        tr("{question}: {answer} of {most}", question=question, answer=answer, most=SCALE_MAX)
        for question, answer in (
            (tr("Effort"), feedback.effort),
            (tr("Tightness"), feedback.tightness),
            (tr("Pain"), feedback.pain),
            (tr("Mood"), feedback.mood),
        )
        if answer is not None
    ]
    if feedback.note:
        lines += ["", feedback.note]
    return "\n".join(lines) + "\n"


def _manifest(record: SessionRecord, files: Mapping[str, bytes]) -> bytes:
    listing = {
        "package_version": PACKAGE_VERSION,
        "session": record.id,
        "created": record.created.isoformat(),
        "program": {"name": record.program_name, "version": record.program_version},
        "files": [
            {"name": name, "bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()}
            for name, data in files.items()
        ],
    }
    return (json.dumps(listing, indent=2) + "\n").encode()


def _zipped(record: SessionRecord, files: Mapping[str, bytes]) -> bytes:
    """The archive; the same session gives the same bytes."""
    stamp = min(max(record.created.timetuple()[:6], _LEAST_DATE), _LAST_DATE)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            entry = zipfile.ZipInfo(name, stamp)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            archive.writestr(entry, data)
    return buffer.getvalue()
