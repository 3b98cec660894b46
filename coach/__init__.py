"""Facial-retraining coach: guided practice with left/right symmetry and synkinesis feedback."""

__version__ = "0.1.0"
