"""The figures per condition, per skin and for real people's films, as Markdown tables."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

import numpy as np

from tests.accuracy.case import Case, Family
from tests.accuracy.intervals import Kind
from tests.accuracy.paired import compare
from tests.accuracy.people import Filmed
from tests.accuracy.refusals import causeless_share, is_causeless, reason_shares
from tests.accuracy.scoring import BROW, CLOSURE, CORNER, REST_SD, SYMMETRY, Scored
from tests.accuracy.tables import mean_over_cases, number, readings, table

_FIGURES: Final = (CORNER, CLOSURE, BROW, SYMMETRY, REST_SD)
#: Something is in front of the face: refusing is right, and nothing is without cause.
_COVERED: Final = frozenset({"hair", "spectacles"})


def condition_table(scored: Sequence[Scored]) -> str:
    """A row each condition: our mean errors with plain MediaPipe's in brackets."""
    return _grouped(scored, "condition", lambda case: case.condition)


def skin_table(scored: Sequence[Scored]) -> str:
    """A row each identity of the photographic heads."""
    return _grouped([s for s in scored if s.case.skin], "head", lambda case: case.skin)


def family_table(scored: Sequence[Scored]) -> str:
    """A row each kind of pictures."""
    return _grouped(scored, "pictures", lambda case: case.family.value)


def _grouped(scored: Sequence[Scored], title: str, key: Callable[[Case], str]) -> str:
    groups: dict[str, list[Scored]] = {}
    for s in scored:
        groups.setdefault(key(s.case), []).append(s)
    rows = [_row(name, group) for name, group in groups.items()]
    if len(rows) > 1:
        rows.append(_row("all", list(scored)))
    head = [
        title, "films", "corner, mm", "closure, points", "brow, mm", "symmetry, points", "worst",
        "rest SD, mm", "repetitions", "flags: right, false, missed", "not scored",
        "without cause", "worse than plain",
    ]  # fmt: skip
    return table(head, rows)


def _row(name: str, group: Sequence[Scored]) -> list[str]:
    own = {m: mean_over_cases(group, m, lambda r: r.error) for m in _FIGURES}
    plain = {m: mean_over_cases(group, m, lambda r: r.plain_error) for m in _FIGURES}
    cells = {m: f"{number(own[m])} ({number(plain[m])})" for m in _FIGURES}
    worst = [abs(r.error) for r in readings(group, SYMMETRY) if not np.isnan(r.error)]
    flags = np.sum([s.flags for s in group if s.flags is not None] or [(0, 0, 0)], axis=0)
    worse = [m.split(",")[0] for m in _FIGURES if compare(group, m).worse]
    refused = [s for s in group if s.case.condition not in _COVERED]
    causeless = float(np.mean([causeless_share(s.reasons) for s in refused])) if refused else 0.0
    return [
        name, f"{len(group)}", cells[CORNER], cells[CLOSURE], cells[BROW], cells[SYMMETRY],
        number(max(worst)) if worst else "-", cells[REST_SD],
        f"{sum(s.found for s in group)} of {sum(s.wanted for s in group)}",
        f"{flags[0]}, {flags[1]}, {flags[2]}",
        f"{100 * (1 - np.mean([s.valid_share for s in group])):.1f} %",
        f"{100 * causeless:.1f} %" if refused else "-", ", ".join(worse) or "no",
    ]  # fmt: skip


def refusal_table(scored: Sequence[Scored]) -> str:
    """Why pictures were not scored: reasons by condition, causeless ones marked."""
    rows = []
    for condition in dict.fromkeys(s.case.condition for s in scored):
        reasons = [r for s in scored if s.case.condition == condition for r in s.reasons]
        rows.append([condition, _said(reason_shares(reasons), condition in _COVERED)])
    return table(["condition", "not scored because (* without cause)"], rows)


def life_intervals_table(scored: Sequence[Scored]) -> str:
    """How often intervals hold the truth, and how wide they are for the errors made."""
    rows = []
    for kind in Kind:
        found = [i for s in scored for i in s.intervals if i.kind is kind]
        known = [i for i in found if not np.isnan([i.ours, i.truth]).any()]
        if known:
            error = float(np.mean([abs(i.ours - i.truth) for i in known]))
            half = float(np.median([i.half for i in known]))
            held = 100 * np.mean([i.covers for i in known])
            rows.append([
                kind.value, f"{len(known)}", f"{held:.0f} %", f"± {number(half)}", number(error),
                f"{half / error:.1f}" if error else "-",
            ])  # fmt: skip
    head = ["95 % interval of", "readings", "holds the truth", "median half width", "mean error",
            "width over error"]  # fmt: skip
    return table(head, rows)


def films_table(filmed: Sequence[Filmed]) -> str:
    """Films of people as they are."""
    rows = [
        [
            f.name, f"{f.pictures}", "yes" if f.rest_found else "no",
            f"{100 * f.causeless:.1f} %", _said(f.reasons),
        ]
        for f in filmed
    ]  # fmt: skip
    head = ["film", "pictures", "rest found", "refused without cause", "all reasons (* no cause)"]
    return table(head, rows)


def people_of(scored: Sequence[Scored], people: bool) -> list[Scored]:
    """Warped films of people, or all others."""
    return [s for s in scored if (s.case.family is Family.PEOPLE) is people]


def _said(shares: dict[str, float], covered: bool = False) -> str:
    parts = [
        f"{reason}{'*' if is_causeless(reason) and not covered else ''} {100 * share:.1f} %"
        for reason, share in shares.items()
    ]
    return ", ".join(parts) or "-"
