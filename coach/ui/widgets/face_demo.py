"""The drawn face shows the exercise, in the timing of its dose, and on request its mistake."""

from __future__ import annotations

import time
from typing import Final

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, QTimer, Signal
from PySide6.QtGui import QHideEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QWidget

from coach.domain.coach_state import CoachState
from coach.domain.exercise import MistakeKind, Phase
from coach.domain.language import Sentences, mark, tr
from coach.face.demonstration import mistaken
from coach.face.expression import Expression
from coach.face.hands import touch_at
from coach.ui.theme import Style
from coach.ui.widgets.demo_timing import SPEEDS, DemoClock, looped_amount, shown_amount
from coach.ui.widgets.face_picture import halves, label_height, paint_right, paint_wrong
from coach.ui.widgets.face_view import FaceView
from coach.ui.widgets.labels import ActionButton

#: Between two pictures of a loop that the widget plays by itself, ms.
_TICK_MS: Final = 50
#: Smallest widget with room for the buttons below the picture, px at 100 %.
_ROOM: Final = (300, 210)
#: Smallest widget with room for them beside it: one picture at a time, and fewer words.
_LITTLE_ROOM: Final = (220, 104)
_GAP: Final = 8
_PRACTISING: Final = (Phase.MOVE, Phase.HOLD, Phase.RELEASE)
_MISTAKE: Final = Sentences(
    {
        MistakeKind.CO_MOVEMENT: mark("Mistake: another part joins in"),
        MistakeKind.UNEVEN: mark("Mistake: one side pulls over"),
        MistakeKind.TOO_BIG: mark("Mistake: too big"),
        MistakeKind.TENSION: mark("Mistake: too tense"),
    }
)


class FaceDemo(FaceView):
    """Follows the session: shows the movement in DEMONSTRATE, and moves along afterwards.

    With room for them there are two buttons while somebody watches or pauses: the mistake beside
    the right way (in its place where there is little room), and the speed.

    Signals: `mistake_turned(shown)`.
    """

    mistake_turned = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("faceDemo")
        self.setAccessibleName(tr("Demonstration"))
        self._phase = Phase.SETUP
        self._busy = False
        self._watching = False
        self._clock = DemoClock()  # of the demonstration, driven by the session
        self._loop = DemoClock()  # of what this widget plays by itself
        self._seen_s = 0.0
        self._little = False
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._on_tick)
        self.mistake_button = ActionButton(
            tr("Show a mistake"),
            "caution",
            "mistakeButton",
            tr("Show the mistake beside it"),
            hint=tr("Show the mistake beside it (X)"),
        )
        self.mistake_button.setCheckable(True)
        self.mistake_button.setShortcut("X")
        self.speed_button = ActionButton("", "", "speedButton", tr("Speed of the demonstration"))
        self._build()
        self._name_speed()

    def set_style(self, style: Style) -> None:
        super().set_style(style)
        self._arrange()

    @property
    def showing_mistake(self) -> bool:
        """True while the mistake is shown beside the right way."""
        return self.mistake_button.isChecked()

    def show_state(self, state: CoachState) -> None:
        """Follow the session."""
        if state.phase is not self._phase:
            self._clock.restart()
        self._phase = state.phase
        self._busy = state.phase in _PRACTISING and not state.paused
        watching = state.phase is Phase.DEMONSTRATE or state.paused
        exercise = state.exercise
        if exercise is not self._exercise:
            self.show_exercise(exercise)
        if watching is not self._watching:
            self._watching = watching
            self._arrange()
        if exercise is not None and not self.showing_mistake:
            demo_s = self._clock.follow(state.phase_elapsed_s)
            still = self._style.reduced_motion
            self.show_exercise(exercise, shown_amount(state, exercise.dose, still, demo_s))
        self._run()

    def paint_faces(self, painter: QPainter) -> None:
        places, wrong = self._places(), self._wrong_face()
        if not self.showing_mistake or wrong is None:
            self.paint_face(painter, places[0], self.full_face())
        else:
            says = (tr("Like this"), self._mistake_text())
            below = label_height(places[0].width(), says, self._style)
            first, last = (places[i].adjusted(0, 0, 0, -below) for i in (0, -1))
            if len(places) > 1:
                self.paint_face(painter, first, self.full_face())
                paint_right(painter, first, says[0], self._style)
            self.paint_face(painter, last, wrong)
            paint_wrong(painter, last, says[1], self._style)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def describe(self) -> str:
        text = super().describe()
        if not self.showing_mistake or self._exercise is None:
            return text
        return f"{text}. {self._mistake_text()}. {self._exercise.mistake}"

    def _build(self) -> None:
        for button in (self.mistake_button, self.speed_button):
            button.setParent(self)
            button.hide()
        self.setTabOrder(self.mistake_button, self.speed_button)
        self.mistake_button.toggled.connect(self._on_mistake_toggled)
        self.speed_button.clicked.connect(self._on_speed_clicked)

    def _arrange(self) -> None:
        exercise, style = self._exercise, self._style
        room, little = self._has(_ROOM), self._has(_LITTLE_ROOM)
        self._little = little and not room
        offered = little and self._watching
        self.mistake_button.set_words("" if self._little else tr("Show a mistake"))
        self._name_speed()
        moves = exercise is not None and bool(exercise.demonstration or exercise.touch)
        has_mistake = self._wrong_face() is not None
        if not (offered and has_mistake):
            self.mistake_button.setChecked(False)
        self.mistake_button.setVisible(offered and has_mistake)
        self.speed_button.setVisible(offered and moves and not style.reduced_motion)
        self._place_buttons()

    def _place_buttons(self) -> None:
        """In the middle of the lower edge, or below each other at the right one.

        By hand: with a layout of its own, a button that comes while this widget is being resized
        would make the page's layout start over in the middle of its work.
        """
        shown = [b for b in (self.mistake_button, self.speed_button) if not b.isHidden()]
        # A pressed button's words are bold: keep room for them.
        sizes = [QSize(round(1.15 * s.width()), s.height()) for s in (b.sizeHint() for b in shown)]
        if self._little:
            side = max((s.width() for s in sizes), default=0)
            for i, (button, size) in enumerate(zip(shown, sizes, strict=True)):
                place = QPoint(self.width() - side, i * (size.height() + _GAP))
                button.setGeometry(QRect(place, QSize(side, size.height())))
            return
        x = (self.width() - sum(s.width() + _GAP for s in sizes) + _GAP) // 2
        for button, size in zip(shown, sizes, strict=True):
            button.setGeometry(QRect(QPoint(x, self.height() - size.height()), size))
            x += size.width() + _GAP

    def _has(self, room: tuple[int, int]) -> bool:
        width, height = (self._style.px(side) for side in room)
        return self.width() >= width and self.height() >= height

    def _places(self) -> list[QRectF]:
        """Where the one picture is, or the two."""
        area = QRectF(self.rect())
        shown = [b for b in (self.mistake_button, self.speed_button) if not b.isHidden()]
        if shown and self._little:
            area.setRight(min(b.x() for b in shown) - _GAP)
            return [area]
        if shown:
            area.setBottom(min(b.y() for b in shown) - _GAP)
        return halves(area, _GAP) if self.showing_mistake else [area]

    def _wrong_face(self) -> Expression | None:
        return mistaken(self._exercise, self._affected) if self._exercise is not None else None

    def _mistake_text(self) -> str:
        kind = self._exercise.mistake_kind if self._exercise is not None else None
        return _MISTAKE[kind] if kind is not None else ""

    def _run(self) -> None:
        """Play by itself what the session does not: the mistake's loop, and the hands."""
        touches = self._exercise is not None and bool(self._exercise.touch)
        hands = touches and (self._busy or self._phase in (Phase.DEMONSTRATE, Phase.GET_READY))
        wanted = self.showing_mistake or hands
        if wanted and self.isVisible() and not self._timer.isActive():
            self._seen_s = time.monotonic()
            self._timer.start()
        elif not wanted:
            self._timer.stop()

    def _on_tick(self) -> None:
        now = time.monotonic()
        t = self._loop.advance(now - self._seen_s)
        self._seen_s = now
        exercise = self._exercise
        if exercise is None:
            return
        if self.showing_mistake:
            still = self._style.reduced_motion
            self.show_exercise(exercise, 1.0 if still else looped_amount(t, exercise.dose))
        if exercise.touch:
            before, self._hands_s = self._hands_s, t
            moment, last = touch_at(exercise.touch, t), touch_at(exercise.touch, before)
            assert moment is not None
            assert last is not None
            if not self._style.reduced_motion or moment[0] is not last[0]:
                self.update()

    def _on_exercise_changed(self) -> None:
        self.mistake_button.setChecked(False)
        self._loop.restart()
        self._hands_s = 0.0
        super()._on_exercise_changed()
        self._arrange()

    def _on_mistake_toggled(self, shown: bool) -> None:
        self._loop.restart()
        self.setAccessibleDescription(self.describe())
        self._run()
        self.update()
        self.mistake_turned.emit(shown)

    def _on_speed_clicked(self) -> None:
        following = SPEEDS[(SPEEDS.index(self._clock.speed) + 1) % len(SPEEDS)]
        self._clock.speed = self._loop.speed = following
        self._name_speed()
        self._place_buttons()

    def _name_speed(self) -> None:
        gap = "" if self._little else " "
        self.speed_button.set_words(f"{self._clock.speed:g}{gap}×")
        self.speed_button.setAccessibleDescription(f"{self._clock.speed:g}")
