"""Programmes: what opens a phase, what is refused, and the clinic's own files."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.bootstrap import open_services
from coach.coaching.library import exercises_dir, load_exercises
from coach.coaching.programme_parser import parse_programme, parse_safety
from coach.coaching.programme_rules import (
    CALM_FIRST,
    current_plan,
    open_plans,
    phase_statuses,
)
from coach.coaching.programme_texts import reason_text
from coach.commands import exercises as command
from coach.commands.analyse import quiet_regions
from coach.domain.errors import ExerciseFileError, InputError
from coach.domain.exercise import ExerciseKind
from coach.domain.movements import Movement, Region
from coach.domain.programme import PatientFacts, Programme, UnlockKind
from coach.storage.paths import own_exercises_dir

LIBRARY = load_exercises(exercises_dir())
SYNKINETIC = LIBRARY.programmes["synkinetic"]
GRACILIS = LIBRARY.programmes["gracilis_masseter"]
#: Everything a therapist could wish for, except presence and release.
WELL = PatientFacts(
    weeks_since_onset=60,
    weeks_since_surgery=60,
    movement_seen=True,
    clean_repetitions=dict.fromkeys(LIBRARY.exercises, 500),
    surgeon_cleared=True,
)

weeks = st.none() | st.floats(0, 200)
facts_of_anyone = st.builds(
    PatientFacts,
    weeks_since_onset=weeks,
    weeks_since_surgery=weeks,
    weeks_since_botulinum=weeks,
    movement_seen=st.none() | st.booleans(),
    clean_repetitions=st.dictionaries(st.sampled_from(sorted(LIBRARY.exercises)), st.integers(0)),
    surgeon_cleared=st.booleans(),
    released=st.frozensets(
        st.sampled_from([p.plan(f).id for p in LIBRARY.programmes.values() for f in p.phases])
    ),
    therapist_present=st.booleans(),
    stop_sign=st.booleans(),
)


def _closed_by(programme: Programme, facts: PatientFacts) -> list[set[UnlockKind]]:
    return [{r.kind for r in s.reasons} for s in phase_statuses(programme, facts)]


def _open(programme: Programme, facts: PatientFacts) -> list[str]:
    return [s.phase.id for s in phase_statuses(programme, facts) if s.open]


class TestUnlocking:
    def test_nothing_known_opens_only_care(self) -> None:
        assert _open(SYNKINETIC, PatientFacts()) == ["release"]
        assert _closed_by(SYNKINETIC, PatientFacts())[1] == {
            UnlockKind.WEEKS_SINCE_ONSET,
            UnlockKind.MOVEMENT_SEEN,
        }

    def test_time_movement_and_clean_repetitions_open_one_phase_after_the_other(self) -> None:
        facts = PatientFacts(weeks_since_onset=12.9, movement_seen=True)
        assert _open(SYNKINETIC, facts) == ["release"]
        facts = replace(facts, weeks_since_onset=13)
        assert _open(SYNKINETIC, facts) == ["release", "quiet"]
        facts = replace(facts, clean_repetitions={"smile_closed": 30, "eye_open_control": 14})
        last = phase_statuses(SYNKINETIC, facts)[-1]
        (missing,) = last.reasons
        assert (missing.subject, missing.needed, missing.have) == ("eye_open_control", 15, 14)
        facts = replace(facts, clean_repetitions={"smile_closed": 30, "eye_open_control": 15})
        assert _open(SYNKINETIC, facts) == ["release", "quiet", "blend"]
        plan = current_plan(SYNKINETIC, facts)
        assert plan is not None
        assert plan.id == "synkinetic/blend"

    def test_a_later_phase_waits_for_the_one_before(self) -> None:
        facts = PatientFacts(clean_repetitions={"smile_closed": 99, "eye_open_control": 99})
        assert UnlockKind.EARLIER_PHASE in _closed_by(SYNKINETIC, facts)[2]

    def test_a_release_sets_time_aside_and_says_so(self) -> None:
        facts = PatientFacts(released=frozenset({"synkinetic/quiet"}))
        status = phase_statuses(SYNKINETIC, facts)[1]
        assert status.open
        assert {c.kind for c in status.cautions} == {
            UnlockKind.WEEKS_SINCE_ONSET,
            UnlockKind.MOVEMENT_SEEN,
        }

    def test_no_release_replaces_the_surgeon(self) -> None:
        released = frozenset(GRACILIS.plan(p).id for p in GRACILIS.phases)
        facts = replace(WELL, surgeon_cleared=False, released=released, therapist_present=True)
        assert _open(GRACILIS, facts) == []
        assert _open(GRACILIS, replace(facts, surgeon_cleared=True)) == [
            p.id for p in GRACILIS.phases
        ]

    def test_what_is_for_therapists_needs_one(self) -> None:
        assert _open(GRACILIS, WELL) == []
        assert all(UnlockKind.THERAPIST_RELEASE in r for r in _closed_by(GRACILIS, WELL))
        released = replace(WELL, released=frozenset({"gracilis_masseter/heal"}))
        assert _open(GRACILIS, released) == ["heal"]

    def test_the_movement_series_needs_a_therapist_beside(self) -> None:
        series = LIBRARY.programmes["assessment"]
        released = frozenset(series.plan(p).id for p in series.phases)
        assert _open(series, replace(WELL, released=released)) == []
        assert _open(series, replace(WELL, therapist_present=True)) == ["series", "consultation"]

    @pytest.mark.parametrize(
        ("facts", "why"),
        [
            (PatientFacts(weeks_since_onset=5), UnlockKind.WEEKS_SINCE_ONSET),
            (PatientFacts(movement_seen=False), UnlockKind.MOVEMENT_SEEN),
            (PatientFacts(weeks_since_botulinum=1), UnlockKind.WEEKS_SINCE_BOTULINUM),
            (PatientFacts(stop_sign=True), UnlockKind.STOP_SIGN),
        ],
    )
    def test_known_reasons_against_it_close_the_first_session(
        self, facts: PatientFacts, why: UnlockKind
    ) -> None:
        first = LIBRARY.programmes["first_session"]
        assert _open(first, PatientFacts()) == ["all"]
        assert _closed_by(first, facts) == [{why}]

    @given(facts_of_anyone)
    def test_whatever_is_known(self, facts: PatientFacts) -> None:
        for programme in LIBRARY.programmes.values():
            statuses = phase_statuses(programme, facts)
            assert len(statuses) == len(programme.phases)
            for status in statuses:
                released = facts.therapist_present or status.plan_id in facts.released
                if facts.stop_sign:
                    assert not status.open
                if status.open and status.phase.unlock.surgeon_cleared:
                    assert facts.surgeon_cleared
                moves = any(e.kind is ExerciseKind.MOVEMENT for e in status.phase.exercises)
                calm = programme.id in CALM_FIRST and not moves
                if status.open and not (programme.self_guided or calm):
                    assert released
                if status.open and not released:
                    assert not status.cautions
                    early = facts.weeks_since_onset is not None and facts.weeks_since_onset < 13
                    active = any(e.kind is ExerciseKind.MOVEMENT for e in status.phase.exercises)
                    assert not (early and active)
                for reason in (*status.reasons, *status.cautions):
                    assert reason_text(reason).endswith(".")
            assert len(open_plans(programme, facts)) == sum(s.open for s in statuses)

    @given(facts_of_anyone)
    def test_presence_of_a_therapist_never_closes_anything(self, facts: PatientFacts) -> None:
        for programme in LIBRARY.programmes.values():
            alone = set(_open(programme, replace(facts, therapist_present=False)))
            assert alone <= set(_open(programme, replace(facts, therapist_present=True)))


HEAD = """schema_version = 1
title = "Mine"
purpose = "Mine."
self_guided = true
"""


def _refused(text: str) -> str:
    with pytest.raises(ExerciseFileError) as error:
        parse_programme(HEAD + text, "mine.toml", LIBRARY.exercises, LIBRARY.cards)
    return error.value.message


class TestRefused:
    @pytest.mark.parametrize(
        ("text", "says"),
        [
            ('[[exercises]]\nid = "bite_smile"\n', 'line 6: "bite_smile" needs a therapist'),
            ('[[exercises]]\nid = "assess_eye_tight"\n', "needs a therapist"),
            (
                'stages = ["flaccid"]\n[[exercises]]\nid = "pucker"\n',
                "line 7: .* not for this stage",
            ),
            (
                'safety = ["stop_signs"]\n[[exercises]]\nid = "rest"\n',
                'safety must name "eye_care"',
            ),
            (
                'safety = ["stop_signs", "eye_care", "x1"]\n[[exercises]]\nid = "rest"\n',
                'card "x1"',
            ),
            ("", "exercises or phases must be there"),
            ('[[exercises]]\nid = "rest"\n[exercises.dose]\nhold_s = 2\n', "line 8: rest needs"),
            (
                '[[phases]]\nid = "one"\ntitle = "One"\npurpose = "One."\n[phases.unlock]\n'
                'weeks = 3\n[[phases.exercises]]\nid = "rest"\n',
                'line 10: "weeks" is not a known key|line 10: "phases.1.unlock.weeks"',
            ),
            (
                '[[phases]]\nid = "one"\ntitle = "One"\npurpose = "One."\n[phases.unlock]\n'
                'clean_repetitions = { wink = 3 }\n[[phases.exercises]]\nid = "rest"\n',
                'line 10: there is no usable exercise "wink"',
            ),
        ],
    )
    def test_says_what_is_wrong_and_where(self, text: str, says: str) -> None:
        message = _refused(text)
        assert re.search(says, message), message
        assert message.startswith("mine.toml")

    def test_cards(self) -> None:
        with pytest.raises(ExerciseFileError, match=r"line 4: cards\.1\.lines"):
            parse_safety(
                'schema_version = 1\n[[cards]]\nid = "x1"\nlines = []\n'
                'title = "Xx"\nsource = "Me"\n',
                "safety.toml",
            )


class TestClinicsOwn:
    @pytest.fixture
    def clinic(self, tmp_path: Path) -> Path:
        text = (exercises_dir() / "pucker.toml").read_text(encoding="utf-8")
        (tmp_path / "pucker.toml").write_text(text.replace('"Soft pucker"', '"Our pucker"'))
        (tmp_path / "our_oo.toml").write_text(text.replace('"Soft pucker"', '"Our oo"'))
        (tmp_path / "snarl.toml").write_text("movement = 3\n")
        (tmp_path / "programmes").mkdir()
        (tmp_path / "programmes" / "ours.toml").write_text(
            HEAD.replace("Mine", "Ours")
            + '[[exercises]]\nid = "our_oo"\n[[exercises]]\nid = "rest"\n'
        )
        return tmp_path

    def test_takes_the_place_of_the_programs(self, clinic: Path) -> None:
        library = load_exercises(exercises_dir(), clinic)
        assert library.exercises["pucker"].title == "Our pucker"
        assert library.exercises["our_oo"].title == "Our oo"
        paretic = library.programmes["paretic"].phases[1]
        assert "Our pucker" in [e.title for e in paretic.exercises]
        assert "ours" in library.plans
        assert list(library.plans)[:2] == ["first_session", "smile"]

    def test_a_broken_file_is_reported_and_the_programs_own_stays(self, clinic: Path) -> None:
        library = load_exercises(exercises_dir(), clinic)
        assert library.exercises["snarl"].title == "Nose lift"
        (problem,) = library.problems
        assert problem.startswith("snarl.toml")

    def test_a_folder_that_is_not_there_is_no_problem(self, tmp_path: Path) -> None:
        library = load_exercises(exercises_dir(), tmp_path / "nowhere")
        assert library.problems == ()
        assert library.exercises.keys() == LIBRARY.exercises.keys()

    def test_check_of_a_folder(self, clinic: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert command.check([clinic]) == 2
        said = capsys.readouterr()
        assert "our_oo.toml: ok (Our oo)" in said.out
        assert "ours.toml: ok (Ours)" in said.out
        assert said.err.startswith("snarl.toml")

    def test_check_of_what_ships(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert command.check([exercises_dir()]) == 0
        lines = capsys.readouterr().out.splitlines()
        assert len(lines) == len(LIBRARY.exercises) + len(LIBRARY.programmes) + 1
        assert "safety.toml: ok (5 safety cards)" in lines

    def test_check_of_an_empty_folder(self, tmp_path: Path) -> None:
        with pytest.raises(InputError):
            command.check([tmp_path])


class TestPlans:
    @pytest.mark.parametrize(
        ("plan_id", "exercises"),
        [("flaccid", 6), ("synkinetic", 8), ("synkinetic/quiet", 7), ("assessment/series", 9)],
    )
    def test_by_programme_and_phase(self, plan_id: str, exercises: int) -> None:
        assert len(LIBRARY.programme(plan_id).exercises) == exercises

    @pytest.mark.parametrize("plan_id", ["synkinetic/x", "x/quiet", "", "/"])
    def test_unknown(self, plan_id: str) -> None:
        with pytest.raises(InputError, match="no programme"):
            LIBRARY.programme(plan_id)


class TestListing:
    @pytest.fixture(autouse=True)
    def _no_own_exercises(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("COACH_DATA_DIR", str(tmp_path))

    def _lines(self, capsys: pytest.CaptureFixture[str], programme: str | None) -> Sequence[str]:
        assert command.show(programme) == 0
        return capsys.readouterr().out.splitlines()

    @pytest.mark.parametrize("programme", LIBRARY.programmes)
    def test_one_programme_in_full(
        self, programme: str, capsys: pytest.CaptureFixture[str]
    ) -> None:
        lines = self._lines(capsys, programme)
        found = LIBRARY.programmes[programme]
        assert lines[0] == found.title
        for text in (*found.avoid, *(line for card in found.safety for line in card.lines)):
            assert f"  - {text}" in lines
        for phase in found.phases:
            assert any(phase.title in line for line in lines)

    def test_everything(self, capsys: pytest.CaptureFixture[str]) -> None:
        lines = self._lines(capsys, None)
        assert any("bite_smile" in line and "[with a therapist]" in line for line in lines)
        assert any("synkinetic" in line for line in lines)

    def test_unknown_programme(self) -> None:
        with pytest.raises(InputError, match="no programme"):
            command.show("nope")


def test_the_example_for_authors_is_a_sound_programme() -> None:
    guide = Path(__file__).resolve().parents[3] / "docs" / "authoring.md"
    (example,) = re.findall(r"```toml\n(.*?)```", guide.read_text(encoding="utf-8"), re.DOTALL)
    programme = parse_programme(example, "ours.toml", LIBRARY.exercises, LIBRARY.cards)
    assert [len(p.exercises) for p in programme.phases] == [1, 1]
    assert programme.phases[1].exercises[0].dose.reps == 3


class TestEverywhereTheClinicsFolder:
    """`analyse`, `demo` and the window read it alike."""

    @pytest.fixture
    def own(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
        monkeypatch.setenv("COACH_DATA_DIR", str(tmp_path))
        folder = own_exercises_dir()
        folder.mkdir(parents=True)
        text = (exercises_dir() / "pucker.toml").read_text(encoding="utf-8")
        eye = re.compile(r'(region = "eye"\nthreshold = )[\d.]+')
        assert eye.search(text)
        (folder / "pucker.toml").write_text(eye.sub(r"\g<1>13", text))
        (folder / "snarl.toml").write_text("movement = 3\n")
        return folder

    def test_analyse(self, own: Path, capsys: pytest.CaptureFixture[str]) -> None:
        eye = next(q for q in quiet_regions(Movement.PUCKER) if q.region is Region.EYE)
        assert eye.threshold == 13
        (said,) = capsys.readouterr().err.splitlines()  # one line a file
        assert said.startswith("snarl.toml")
        assert quiet_regions(Movement.SNARL)  # the program's own stays

    def test_window_and_demo(self, own: Path) -> None:
        services = open_services()
        try:
            pucker = services.library.exercises["pucker"]
            assert [q.threshold for q in pucker.quiet if q.region is Region.EYE] == [13]
            (problem,) = services.library.problems
            assert problem.startswith("snarl.toml")
        finally:
            services.close()
