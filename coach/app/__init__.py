"""Presenters and adapters between the core and the screen. QtCore, no widgets."""
