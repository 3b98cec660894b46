"""How well synkinesis is seen: clips with known truth, simulated sessions, drawn faces."""
