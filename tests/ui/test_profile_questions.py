"""The questions show what a profile holds, and give back what the person answers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from coach.domain.exercise import Stage
from coach.domain.profile import REANIMATIONS, Cause, Procedure, Profile
from coach.ui.widgets.answer_button import AnswerButton
from coach.ui.widgets.month_picker import MonthPicker
from coach.ui.widgets.profile_questions import ProfileQuestions, SurgeryQuestion
from coach.ui.widgets.questions import BotulinumQuestion, OnsetQuestion, StageQuestion

TODAY = date(2026, 11, 21)

dates = st.none() | st.dates(date(1950, 1, 1), TODAY)
#: What the questions themselves can give: a stage says whether the side moves.
_STAGES = {
    None: None,
    Stage.FLACCID: False,
    Stage.PARETIC: True,
    Stage.SYNKINETIC: True,
    Stage.MAINTENANCE: True,
}


def press(root: QWidget, name: str) -> None:
    button = root.findChild(AnswerButton, name)
    assert button is not None, name
    button.click()


@st.composite
def told(draw: st.DrawFn) -> Profile:
    procedure = draw(st.none() | st.sampled_from(Procedure))
    injection = draw(dates)
    if procedure in REANIMATIONS:
        stage, moves = Stage.REANIMATION, draw(st.none() | st.booleans())
    else:
        stage, moves = draw(st.sampled_from(list(_STAGES.items())))  # type: ignore[assignment]
    return Profile(
        cause=draw(st.none() | st.sampled_from(Cause)),
        stage=stage,
        onset=draw(dates),
        procedure=procedure,
        surgery=draw(dates) if procedure else None,
        operated=True if procedure else draw(st.sampled_from((None, False))),
        botulinum=injection,
        injected=True if injection else draw(st.sampled_from((None, False))),
        movement_seen=moves,
        surgeon_cleared=draw(st.booleans()) if procedure else False,
        has_therapist=draw(st.booleans()),
        child=draw(st.booleans()),
        released=frozenset({"flaccid"}),
        stop_sign=draw(st.booleans()),
    )


@given(told())
@settings(max_examples=40)
def test_looking_at_the_answers_changes_none(qapp: QApplication, profile: Profile) -> None:
    questions = ProfileQuestions(lambda: TODAY)
    questions.set_profile(profile)
    assert questions.profile() == profile
    questions.deleteLater()


class TestMonths:
    @pytest.fixture
    def picker(self, qtbot: QtBot) -> MonthPicker:
        made = MonthPicker("when", "When?", with_day=True, today=lambda: TODAY)
        qtbot.addWidget(made)
        return made

    @pytest.mark.parametrize(
        ("day", "month", "year", "means"),
        [
            (0, 2, 2024, date(2024, 2, 29)),  # the last day: weeks are never counted too many
            (3, 2, 2024, date(2024, 2, 3)),
            (31, 2, 2023, date(2023, 2, 28)),
            (0, 11, 2026, TODAY),  # this month: today at the latest
            (0, 0, 2024, None),
            (0, 5, 0, None),
        ],
    )
    def test_counts_as_the_latest_day(
        self, picker: MonthPicker, day: int, month: int, year: int, means: date | None
    ) -> None:
        for box, value in ((picker.day, day), (picker.month, month), (picker.year, year)):
            box.setCurrentIndex(box.findData(value))
        assert picker.value() == means

    def test_a_date_that_is_only_looked_at_stays(self, picker: MonthPicker) -> None:
        picker.day.hide()
        picker.set_date(date(2026, 11, 3))
        assert picker.value() == date(2026, 11, 3)

    def test_a_choice_is_told(self, picker: MonthPicker, qtbot: QtBot) -> None:
        with qtbot.waitSignal(picker.changed):
            picker.month.activated.emit(2)


class TestSingleQuestions:
    def test_the_stage_in_plain_words(self, qtbot: QtBot) -> None:
        question = StageQuestion()
        qtbot.addWidget(question)
        question.show_profile(Profile())
        assert question.apply(Profile()) == Profile()
        with qtbot.waitSignal(question.changed):
            press(question, "stageQuestionAnswers_synkinetic")
        assert question.apply(Profile()) == Profile(stage=Stage.SYNKINETIC, movement_seen=True)
        press(question, "stageQuestionAnswers_unknown")
        assert question.apply(Profile(stage=Stage.PARETIC, movement_seen=True)) == Profile()
        words = " ".join(b.text() for b in question.findChildren(AnswerButton)).lower()
        assert not any(w in words for w in ("flaccid", "paretic", "synkine", "stage"))

    def test_an_injection_without_a_date_counts_as_today(self, qtbot: QtBot) -> None:
        question = BotulinumQuestion(lambda: TODAY)
        qtbot.addWidget(question)
        question.show_profile(Profile())
        assert question.picker.isHidden()
        press(question, "botulinumQuestionAnswers_yes")
        assert not question.picker.isHidden()
        assert question.apply(Profile()).botulinum == TODAY
        press(question, "botulinumQuestionAnswers_no")
        assert question.apply(Profile(botulinum=TODAY)).botulinum is None

    @pytest.mark.parametrize(
        ("make", "field"),
        [(SurgeryQuestion, "operated"), (BotulinumQuestion, "injected")],
    )
    def test_what_nobody_answered_stays_open(
        self, qtbot: QtBot, make: type[SurgeryQuestion | BotulinumQuestion], field: str
    ) -> None:
        question = make(lambda: TODAY)
        qtbot.addWidget(question)
        question.show_profile(Profile())
        assert question.answers.value is None
        assert question.apply(Profile()) == Profile()
        words = [b.text() for b in question.answers.findChildren(AnswerButton)]
        assert words == ["Yes", "No", "I do not know"]
        press(question, f"{question.objectName()}Answers_no")
        none = question.apply(Profile())
        assert getattr(none, field) is False
        question.show_profile(none)
        assert question.answers.value == "no"
        press(question, f"{question.objectName()}Answers_unknown")
        assert question.apply(none) == Profile()

    def test_an_operation_nobody_can_name_is_still_one(self, qtbot: QtBot) -> None:
        question = SurgeryQuestion(lambda: TODAY)
        qtbot.addWidget(question)
        question.show_profile(Profile())
        press(question, "surgeryQuestionAnswers_yes")
        given_ = question.apply(Profile())
        assert given_.procedure is Procedure.UNKNOWN
        assert not given_.surgeon_cleared

    def test_a_smile_operation_takes_the_place_of_the_stage(self, qtbot: QtBot) -> None:
        questions = ProfileQuestions(lambda: TODAY)
        qtbot.addWidget(questions)
        questions.set_profile(Profile(stage=Stage.PARETIC, movement_seen=True))
        assert not questions.stage.isHidden()
        assert questions.movement.isHidden()
        press(questions, "surgeryQuestionAnswers_yes")
        with qtbot.waitSignal(questions.changed):
            press(questions, "procedure_temporalis")
        assert questions.stage.isHidden()
        assert not questions.movement.isHidden()
        assert questions.profile().stage is Stage.REANIMATION
        press(questions, "surgeryQuestionAnswers_no")
        told_now = questions.profile()
        assert told_now.procedure is None
        assert told_now.stage is Stage.PARETIC

    def test_onset(self, qtbot: QtBot) -> None:
        question = OnsetQuestion(lambda: TODAY)
        qtbot.addWidget(question)
        profile = Profile(onset=date(2026, 2, 10))
        question.show_profile(profile)
        assert question.apply(replace(profile, onset=None)).onset == date(2026, 2, 10)
