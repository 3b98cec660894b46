"""Widgets of the practice screen."""
