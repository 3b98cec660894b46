"""Tests, mirroring `coach/`: unit, integration, ui."""
