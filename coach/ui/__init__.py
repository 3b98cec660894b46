"""The screen: paints, and forwards clicks. No measuring."""
