"""Matplotlib with the settings that this program's pictures were made for, and no others.

A person's matplotlibrc (LaTeX, fonts, sizes) and a notebook's MPLBACKEND are for their own plots;
here they would change the pictures, or stop them after all the measuring.
"""

from __future__ import annotations

import contextlib
import logging
import os
from collections.abc import Callable, Iterator, Mapping

_LOG = logging.getLogger(__name__)


@contextlib.contextmanager
def own_style() -> Iterator[None]:
    """Draw with Matplotlib's defaults inside; what held before holds again afterwards."""
    theirs = os.environ.pop("MPLBACKEND", None)  # read, and refused, at the import
    try:
        import matplotlib as mpl

        with mpl.rc_context():
            mpl.rcdefaults()
            yield
    finally:
        if theirs is not None:
            os.environ["MPLBACKEND"] = theirs


def drawn(draw: Callable[[], Mapping[str, bytes]]) -> Mapping[str, bytes]:
    """The pictures, or none where drawing fails: the numbers never wait for a picture."""
    try:
        with own_style():
            return draw()
    except Exception:
        _LOG.exception("The pictures of a session could not be drawn.")
        return {}
