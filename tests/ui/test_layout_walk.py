"""Every page and phase, at both text sizes, in the smallest and in large windows."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from coach.domain.feedback_mode import FeedbackMode
from coach.domain.quality import QUALITY_ADVICE, QualityReason
from coach.ui.main_window import MainWindow
from coach.ui.widgets.banner import BannerKind, BannerMessage
from tests.ui.conftest import MakeWindow
from tests.ui.fake_presenters import Choices, session_record, snapshot_of, states
from tests.ui.widget_walk import clipped, interactive, overlaps, tab_order

SIZES = [(1024, 640), (1360, 850), (3840, 2160)]
SCALES = [100, 150, 200]


def settle() -> None:
    for _ in range(3):
        QApplication.processEvents()


def assert_sound(window: MainWindow, where: str) -> None:
    settle()
    assert overlaps(window.pages) == [], where
    assert clipped(window.pages) == [], where


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("size", SIZES)
def test_nothing_overlaps_or_is_cut_off(
    make_window: MakeWindow, size: tuple[int, int], scale: int
) -> None:
    window = make_window(Choices(text_scale_pct=scale), size)
    assert_sound(window, "home")
    window.start_session()
    assert_sound(window, "starting")
    for name, state in states().items():
        window.practice_page.show_snapshot(snapshot_of(state))
        assert_sound(window, name)
    window.flow.on_session_finished(session_record())
    assert_sound(window, "summary")


@pytest.mark.parametrize("scale", SCALES)
def test_every_advice_fits_the_smallest_window(make_window: MakeWindow, scale: int) -> None:
    window = make_window(Choices(text_scale_pct=scale), SIZES[0])
    window.start_session()
    settle()
    for reason in QualityReason:
        message = BannerMessage(BannerKind.CAUTION, QUALITY_ADVICE[reason])
        window.practice_page.banner.show_message(message)
        assert window.practice_page.banner.fits(), reason


def test_the_hidden_picture_leaves_a_sound_page(make_window: MakeWindow) -> None:
    for scale in SCALES:
        window = make_window(Choices(text_scale_pct=scale, feedback=FeedbackMode.BARS), SIZES[0])
        window.start_session()
        window.practice_page.show_snapshot(snapshot_of(states()["hold"]))
        assert_sound(window, f"hidden at {scale}")


@pytest.mark.parametrize("page", ["home", "practice", "summary"])
def test_every_control_has_names_a_size_and_its_turn(make_window: MakeWindow, page: str) -> None:
    window = make_window(Choices(), SIZES[1])
    if page != "home":
        window.start_session()
    if page == "summary":
        window.flow.on_session_finished(session_record())
    settle()
    shown = window.pages.currentWidget()
    assert shown is not None
    controls = interactive(shown)
    assert controls
    reached = set(tab_order(window))
    for widget in controls:
        assert widget.objectName(), widget
        assert widget.accessibleName(), widget.objectName()
        # 44 px: WCAG 2.5.5, target size.
        assert min(widget.width(), widget.height()) >= 44, widget.objectName()
        # Buttons of one choice share a turn: arrows move inside it.
        if not widget.objectName().startswith("affected_"):
            assert widget in reached, widget.objectName()
    names = [w.objectName() for w in controls]
    assert len(names) == len(set(names))


def test_text_stays_readable_when_the_window_is_dark(make_window: MakeWindow) -> None:
    light = make_window(Choices(), SIZES[0])
    dark = make_window(Choices(theme="dark"), SIZES[0])
    settle()
    for window, bright in ((light, True), (dark, False)):
        corner = window.grab().toImage().pixelColor(window.width() // 2, window.height() - 4)
        assert (corner.lightness() > 128) is bright
