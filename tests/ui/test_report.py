"""The page to print: everything on it, nothing of the person's note taken for markup."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from threading import Thread

import pytest
from pytestqt.qtbot import QtBot

from coach.domain.course import CourseEntry, CourseKind
from coach.domain.errors import OutputError
from coach.domain.feedback import SessionFeedback
from coach.domain.session import DRAWN_FACE, SourceRecord
from coach.ui.pages.summary_model import summarise
from coach.ui.report.one_page import report_html, write_report
from tests.ui.fake_presenters import EYES, SMILE, rep, session_record

EXERCISES = {e.id: e for e in (SMILE, EYES)}
FEEDBACK = SessionFeedback(
    "s1", datetime(2026, 3, 2, tzinfo=UTC), pain=1, note="<b>Tight</b> & sore"
)


def test_everything_is_on_the_page() -> None:
    record = session_record()
    view = summarise(record, EXERCISES)
    text = report_html(record, view, FEEDBACK, EXERCISES)
    for sentence in view.sentences:
        assert sentence in text
    assert "Closed smile" in text
    assert "left eye, mild" in text
    assert "&lt;b&gt;Tight&lt;/b&gt; &amp; sore" in text
    assert "Not a medical device" in text


def test_what_did_not_go_as_planned_and_whose_it_is_are_on_the_page() -> None:
    course = (CourseEntry(3.0, CourseKind.HURT, "smile_closed"),)
    drawn = SourceRecord(DRAWN_FACE, (640, 480), 30.0, 0)
    record = replace(session_record(), course=course, source=drawn)
    text = report_html(record, summarise(record, EXERCISES), None, EXERCISES)
    assert "Closed smile: left out, because it hurt." in text
    assert "This is a session of the drawn face, not of you." in text


def test_many_flags_are_counted_not_listed() -> None:
    record = session_record([rep(i, "smile_closed", 2.0, 4.0, True) for i in range(40)])
    text = report_html(record, summarise(record, EXERCISES), None, EXERCISES)
    assert "And 28 more." in text


@pytest.mark.parametrize("reps", [None, []])
def test_a_pdf_is_written_on_any_thread(
    tmp_path: Path, qtbot: QtBot, reps: list[object] | None
) -> None:
    record = session_record() if reps is None else replace(session_record(), reps=())
    written: list[Path] = []

    def work() -> None:
        written.append(write_report(tmp_path / "out", "p", record, FEEDBACK, EXERCISES, {}))

    thread = Thread(target=work)
    thread.start()
    thread.join()
    data = written[0].read_bytes()
    assert data.startswith(b"%PDF-")
    assert b"%%EOF" in data[-16:]
    assert [p.name for p in written[0].parent.iterdir()] == ["p.pdf"]


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path, qtbot: QtBot) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    with pytest.raises(OutputError, match="page could not be written"):
        write_report(blocked, "p", session_record(), None, EXERCISES, {})
    assert list(tmp_path.iterdir()) == [blocked]
