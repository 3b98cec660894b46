"""`demo`: a session with the drawn face as the patient."""

from __future__ import annotations

from pathlib import Path

from coach.app.display import has_display, require_window_libraries
from coach.app.sources import Patient, choose_drawn_face
from coach.commands.run import OFFSCREEN_PROGRAMME
from coach.domain.errors import InputError
from coach.domain.sides import Affected


def run(
    headless: bool,
    affected: str | None,
    weakness: float,
    synkinesis: float,
    seed: int,
    exercise: str | None,
    programme: str | None,
    out: Path | None,
) -> int:
    """Show, or run off-screen, a session with a simulated patient.

    Args:
        headless: off-screen at the machine's speed; so too where there is no display.
        affected: the patient's side.
        weakness: 0 to 1.
        synkinesis: 0 to 1.
        seed: which drawn person.
        exercise: practise this exercise only.
        programme: practise this programme.
        out: folder for the files.

    Raises:
        CoachError: wrong arguments, or a part of the system is missing.
    """
    if exercise is not None and programme is not None:
        raise InputError("Give an exercise or a programme, not both.")
    side = _side(affected)
    patient = Patient(side, weakness, synkinesis, seed)
    said = f"The drawn face is the patient: {_described(patient)}."
    if headless or not has_display():
        from coach.commands.offscreen import run_offscreen

        chooser = choose_drawn_face(patient, said, live=False)
        chosen = programme if programme or exercise else OFFSCREEN_PROGRAMME
        return run_offscreen(chooser, side, exercise=exercise, programme=chosen, out=out)
    require_window_libraries()
    from coach.commands.window import open_window

    chooser = choose_drawn_face(patient, said, live=True)
    return open_window(
        lambda _affected: chooser, demonstrated=side, exercise=exercise, programme=programme
    )


def _side(affected: str | None) -> Affected | None:
    if affected is None:
        return None
    try:
        return Affected(affected)
    except ValueError:
        sides = ", ".join(side.value for side in Affected)
        raise InputError(f'"{affected}" is no side.', f"Choose from: {sides}.") from None


def _described(patient: Patient) -> str:
    if patient.affected is None or patient.affected.side is None:
        return "a healthy face"
    return (
        f"{patient.affected.value} side affected, weakness {patient.weakness:.0%}, "
        f"synkinesis {patient.synkinesis:.0%}"
    )
