"""A program killed at any moment loses at most the repetition it was writing."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from coach.export.measures_csv import measures_csv
from coach.storage.database import Database
from coach.storage.sessions import SessionRepository
from tests.fixtures.records import smile_frames, smile_header, smile_rep

ROOT = Path(__file__).resolve().parents[3]

WRITER = """
import sys
from pathlib import Path
from coach.storage.database import Database
from coach.storage.sessions import SessionRepository
from tests.fixtures.records import smile_frames, smile_header, smile_rep

database = Database.open(Path(sys.argv[1]))
repository = SessionRepository(database)
repository.begin(smile_header())
frames = smile_frames(1)
print("begun", flush=True)
for index in range(10_000):
    repository.add_rep(smile_header().id, smile_rep(index), frames)
    print(index, flush=True)
"""


@pytest.mark.parametrize("seed", range(3))
def test_killed_while_writing(tmp_path: Path, seed: int) -> None:
    path = tmp_path / "practice.db"
    writer = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE, cwd=ROOT, text=True
    )
    assert writer.stdout is not None
    with writer:
        assert writer.stdout.readline() == "begun\n"
        # A repetition takes about 4 ms to write: the kill falls anywhere in the first fifty.
        time.sleep(random.Random(seed).uniform(0.0, 0.2))
        writer.kill()
        acknowledged = [int(line) for line in writer.stdout.read().split("\n")[:-1]]
    promised = len(acknowledged)
    with Database.open(path) as database:
        assert database.check() == []
        repository = SessionRepository(database)
        record = repository.load(smile_header().id)
        # What was written but not yet reported may be there too: one repetition, whole.
        assert len(record.reps) in (promised, promised + 1)
        assert record.reps == tuple(smile_rep(i) for i in range(len(record.reps)))
        frames = smile_frames(1) * len(record.reps)
        assert measures_csv(repository.frames(record.id)) == measures_csv(frames)
        assert not record.finished
        repository.add_rep(record.id, smile_rep(len(record.reps)), smile_frames(1))


def test_killed_while_the_log_is_made(tmp_path: Path) -> None:
    for trial in range(2):
        path = tmp_path / str(trial) / "practice.db"
        writer = subprocess.Popen(
            [sys.executable, "-c", WRITER, str(path)],
            stdout=subprocess.PIPE, cwd=ROOT, text=True,
        )  # fmt: skip
        with writer:
            give_up = time.monotonic() + 30
            while not path.exists() and time.monotonic() < give_up:
                time.sleep(0.001)
            time.sleep(0.04 * trial)
            writer.kill()
        with Database.open(path) as database:
            assert database.check() == []
            SessionRepository(database).list()
