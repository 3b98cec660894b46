"""The window's pages with their presenters: one line for each part, besides the session's own."""

from __future__ import annotations

from coach.app.camera_list import connected_cameras
from coach.app.camera_presenter import CameraPresenter
from coach.app.camera_preview import CameraPreview
from coach.app.home_presenter import HomePresenter
from coach.app.plan_import import PlanImport, merged_profile
from coach.app.profile_presenter import ProfilePresenter
from coach.app.session_presenter import SessionPresenter
from coach.app.settings_store import SettingsStore
from coach.app.sources import camera_source
from coach.app.welcome_presenter import WelcomePresenter
from coach.capture.landmarker import Landmarker
from coach.services import Services
from coach.storage.prescriptions import PrescriptionRepository
from coach.ui.pages.page import Page
from coach.ui.pages.plan_page import PlanPage
from coach.ui.pages.welcome_page import WelcomePage


def make_pages(
    services: Services,
    settings: SettingsStore,
    home: HomePresenter,
    session: SessionPresenter,
    person: ProfilePresenter | None,
) -> list[Page]:
    """The pages besides home, practice and summary, in the order of the navigation.

    Args:
        services: exercises and practice log.
        settings: the person's choices.
        home: the home page's presenter; presenters made here may have it as their parent.
        session: the running session's presenter.
        person: the person's answers; None in a demonstration, which is nobody's.
    """
    if person is None:
        return []
    plans = PlanImport(
        PrescriptionRepository(services.database),
        services.library,
        settings,
        lambda given: person.put(merged_profile(person.profile, given)),
        parent=home,
    )
    cameras = CameraPresenter(
        CameraPreview(_make_landmarker),
        connected_cameras,
        camera_source,
        lambda: settings.settings.camera,
        lambda camera_id: home.update(camera=camera_id),
        parent=home,
    )
    start = WelcomePresenter(
        home, person, cameras, plans, lambda: tuple(services.library.cards.values()), parent=home
    )
    return [PlanPage(person, home), WelcomePage(start)]


def _make_landmarker() -> Landmarker:
    """The landmark engine for the picture of a face; called on the landmark thread."""
    from coach.capture.mediapipe_landmarker import MediaPipeLandmarker

    return MediaPipeLandmarker()
