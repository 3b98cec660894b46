"""`make synkinesis`: the clips, simulated sessions and drawn faces; a table, a curve, an exit code.

Exit code 1 where a target is missed. `--quick`: fewer of each. `--talking`: the minutes of talking
only. `--docs`: keep the result in docs/synkinesis.md.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from concurrent.futures import Executor, ProcessPoolExecutor
from pathlib import Path
from typing import Final

from coach.domain.session import RepRecord
from tests.synkinesis import clips, puppet
from tests.synkinesis.calibrated import calibrated
from tests.synkinesis.drawn import drawn_case
from tests.synkinesis.report import ClipResult, Result, keep, line, plot, renew, table, talk_rows
from tests.synkinesis.scoring import Score, score
from tests.synkinesis.session import Case
from tests.synkinesis.simulator import simulate
from tests.synkinesis.talks import TALKS, Talks, one_talk

#: Seeds of the reported sessions; thresholds were looked at with seeds from 10,000 on only.
SESSIONS: Final = range(500)
DRAWN: Final = range(200, 224)
QUICK_CLIPS: Final = ("smile_synkinesis_left_eye", "smile_duchenne", "rest")
#: Of these, how many are run a second and third time, without and with calibration.
CALIBRATED: Final = 200
_CHUNK: Final = 10


def _sessions(seeds: list[int]) -> tuple[Score, Score, Score]:
    """All repetitions; those after the first two without and with calibration."""
    total, plain, taught = Score(), Score(), Score()
    for seed in seeds:
        case = simulate(seed)
        total.add(score(case))
        if seed >= CALIBRATED:
            continue
        for sum_, part in zip((plain, taught), calibrated(case), strict=True):
            sum_.add(part)
    return total, plain, taught


def _puppet(index: int) -> ClipResult:
    case, reps = puppet.puppet_case(index)
    hits, false, misses = _compare(case, reps)
    return ClipResult(case.name, hits, false, misses, score(case))


def _drawn(seed: int) -> Score:
    return score(drawn_case(seed))


def _clip(name: str) -> ClipResult:
    case, reps = clips.analyse_clip(name)
    hits, false, misses = _compare(case, reps)
    return ClipResult(name, hits, false, misses, score(case))


def _compare(case: Case, reps: tuple[RepRecord, ...]) -> tuple[int, int, int]:
    """Flags of the finished repetitions: hits, false, missed."""
    hits = false = misses = 0
    for truth in case.reps:
        got = {
            (f.region, f.side)
            for rep in reps
            if rep.start_s < truth.end_s and rep.end_s > truth.start_s
            for f in rep.synkinesis
        }
        hits += len(got & truth.present)
        false += len(got - truth.present)
        misses += len(truth.present - got)
    return hits, false, misses


def main(arguments: list[str] | None = None) -> int:
    """Run the bench.

    Returns:
        0 where every target is met, else 1.
    """
    parser = argparse.ArgumentParser(prog="make synkinesis", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="a smaller bench, below a minute")
    parser.add_argument("--talking", action="store_true", help="the minutes of talking only")
    parser.add_argument("--docs", action="store_true", help="keep the result in docs/")
    parser.add_argument("--out", type=Path, default=Path("out/synkinesis"), help="folder")
    asked = parser.parse_args(arguments)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if asked.talking:
        return _talking(quick=asked.quick, keep_rows=asked.docs)
    seeds = list(SESSIONS[:80] if asked.quick else SESSIONS)
    chunks = [seeds[i : i + _CHUNK] for i in range(0, len(seeds), _CHUNK)]
    there = clips.names()
    chosen = [n for n in there if not asked.quick or n in QUICK_CLIPS]
    if not there:
        print(f"The clips are not at {clips.folder()}; going on without them.")
    started = time.monotonic()
    with _pool() as pool:
        on_clips = list(pool.map(_clip, chosen))
        faces = range(len(puppet.PLANS)) if puppet.there() else range(0)
        on_puppet = list(pool.map(_puppet, faces[3:4] if asked.quick else faces))
        talks = _talks(pool, quick=asked.quick)
        simulated, plain, taught, drawn = Score(), Score(), Score(), Score()
        for parts in pool.map(_sessions, chunks):
            for sum_, part in zip((simulated, plain, taught), parts, strict=True):
                sum_.add(part)
        for part in pool.map(_drawn, list(DRAWN[:2] if asked.quick else DRAWN)):
            drawn.add(part)
    result = Result(
        on_clips, on_puppet, simulated, len(seeds), min(len(seeds), CALIBRATED), plain, taught,
        drawn, talks, time.monotonic() - started,
    )  # fmt: skip
    text = table(result)
    print(text)
    asked.out.mkdir(parents=True, exist_ok=True)
    (asked.out / "synkinesis.md").write_text(text + "\n", encoding="utf-8")
    plot(result, asked.out / "synkinesis_roc.png")
    if asked.docs:
        keep(result)
    return 0 if result.met else 1


def _talking(*, quick: bool, keep_rows: bool) -> int:
    with _pool() as pool:
        rows = talk_rows(_talks(pool, quick=quick))
    print("\n".join(line(row) for row in rows))
    if keep_rows:
        renew(rows)
    return 0


def _talks(pool: Executor, *, quick: bool) -> Talks:
    return Talks.of(list(pool.map(one_talk, TALKS[:8] if quick else TALKS)))


def _pool() -> ProcessPoolExecutor:
    return ProcessPoolExecutor(min(2, os.cpu_count() or 1))


if __name__ == "__main__":
    sys.exit(main())
