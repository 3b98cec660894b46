"""The real analysis, handed to the coach."""

from __future__ import annotations

from coach.analysis.analyser import FaceAnalyser
from coach.analysis.excursion import excursion_mm, excursion_noise_mm
from coach.analysis.reps import measure_rep
from coach.analysis.synkinesis import SynkinesisDetector
from coach.coaching.ports import AnalysisTools


def real_analysis() -> AnalysisTools:
    """Landmarks measured by `coach.analysis`."""
    return AnalysisTools(
        new_analyser=FaceAnalyser,
        new_detector=SynkinesisDetector,
        excursion_mm=excursion_mm,
        excursion_noise_mm=excursion_noise_mm,
        measure_rep=measure_rep,
    )
