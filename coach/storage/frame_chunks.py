"""A session's pictures in the log, chunk by chunk."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from coach.domain.session import LoggedFrame, QualitySummary
from coach.storage.frame_codec import MAX_FRAMES, decode_frames, encode_frames
from coach.storage.models import FrameChunkRow


def pack(frames: Sequence[LoggedFrame]) -> list[FrameChunkRow]:
    """Rows that belong to no session yet; made before the write lock is taken."""
    parts = [frames[i : i + MAX_FRAMES] for i in range(0, len(frames), MAX_FRAMES)]
    return [
        FrameChunkRow(
            frame_count=len(part),
            start_s=part[0].time_s,
            end_s=part[-1].time_s,
            data=encode_frames(part),
        )
        for part in parts
    ]


def append(session: Session, session_id: str, chunks: Sequence[FrameChunkRow]) -> None:
    """Add packed pictures after those that a session has."""
    if not chunks:
        return
    last = session.scalar(
        select(func.max(FrameChunkRow.chunk_index)).where(FrameChunkRow.session_id == session_id)
    )
    for index, chunk in enumerate(chunks, start=0 if last is None else last + 1):
        chunk.session_id, chunk.chunk_index = session_id, index
        session.add(chunk)


def read(session: Session, session_id: str) -> list[LoggedFrame]:
    """All pictures of a session, in order."""
    query = (
        select(FrameChunkRow.data)
        .where(FrameChunkRow.session_id == session_id)
        .order_by(FrameChunkRow.chunk_index)
    )
    return [frame for blob in session.scalars(query) for frame in decode_frames(blob)]


def counted_quality(frames: Sequence[LoggedFrame]) -> QualitySummary:
    """Of a session that was never closed; the misfit of the alignment is not kept by picture."""
    n = len(frames)
    span = frames[-1].time_s - frames[0].time_s if n > 1 else 0.0
    reasons = Counter(f.measures.reason.value for f in frames if f.measures.reason)
    valid = sum(f.measures.valid for f in frames)
    return QualitySummary(
        valid_share=valid / n if n else 0.0,
        effective_fps=(n - 1) / span if span > 0 else 0.0,
        reasons=dict(reasons),
    )
