"""A session as files for people: CSV, JSON, plots."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from coach.domain.flag_curves import LeftOut
from coach.domain.movements import Region
from coach.domain.session import LoggedFrame, SessionRecord
from coach.export import measures_csv, session_json
from coach.export.own_style import drawn
from coach.files.together import write_together

#: Every plot this program may write; those of an earlier session do not stay beside a new one.
_PLOT_NAMES: Final = (
    *(f"plot_{region.value}.png" for region in Region),
    *(f"plot_synkinesis_{number}.png" for number in range(1, 9)),
    *(f"plot_talking_{number}.png" for number in range(1, 5)),
)


def write_session(
    folder: Path,
    record: SessionRecord,
    frames: Sequence[LoggedFrame],
    plots: bool = True,
    *,
    left_out: LeftOut | None = None,
) -> list[Path]:
    """Write `measures.csv`, `session.json` and a plot a region. Any thread.

    All files appear or none; results of the same names are replaced.

    Args:
        folder: made where it is missing.
        record: the session.
        frames: all its rows, in order.
        plots: draw the pictures too (about half a second).
        left_out: finds the blinks, which the pictures of flags leave out.

    Returns:
        The files, CSV and JSON first, then the plots with the practised region first.

    Raises:
        OutputError: the folder cannot be written or the disk is full.
    """
    files = session_files(record, frames, plots, left_out)
    return write_together(folder, files, stale=_PLOT_NAMES)


def session_files(
    record: SessionRecord,
    frames: Sequence[LoggedFrame],
    plots: bool,
    left_out: LeftOut | None = None,
) -> dict[str, bytes]:
    """Name to content of the result files, in the order in which they are listed."""
    files = {
        measures_csv.FILE_NAME: measures_csv.measures_csv(frames),
        session_json.FILE_NAME: session_json.session_json(record),
    }
    if plots:
        files |= drawn(lambda: _plots(record, frames, left_out))
    return files


def _plots(
    record: SessionRecord, frames: Sequence[LoggedFrame], left_out: LeftOut | None
) -> dict[str, bytes]:
    # Here, for matplotlib takes a third of a second to load.
    from coach.export.plot_synkinesis import plot_flags
    from coach.export.plot_talking import plot_talking
    from coach.export.plots import plot_session

    return {
        **plot_session(record, frames),
        **plot_flags(record, frames, left_out),
        **plot_talking(record, frames),
    }
