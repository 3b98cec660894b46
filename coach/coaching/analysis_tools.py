"""The real analysis, handed to the coach."""

from __future__ import annotations

from coach.analysis.analyser import FaceAnalyser
from coach.analysis.excursion import excursion_mm, excursion_noise_mm
from coach.analysis.reps import measure_rep
from coach.analysis.synkinesis import SynkinesisDetector
from coach.coaching.ports import AnalysisTools
from coach.domain.pixels import PixelTools


def real_analysis(
    pixels: PixelTools | None = None, outer_canthal_mm: float | None = None
) -> AnalysisTools:
    """Landmarks, and with `pixels` the pictures too, measured by `coach.analysis`.

    Args:
        pixels: picture operations.
        outer_canthal_mm: a caliper's distance of the outer canthi, as the scale.
    """
    return AnalysisTools(
        new_analyser=lambda: FaceAnalyser(pixels=pixels, outer_canthal_mm=outer_canthal_mm),
        new_detector=SynkinesisDetector,
        excursion_mm=excursion_mm,
        excursion_noise_mm=excursion_noise_mm,
        measure_rep=measure_rep,
    )
