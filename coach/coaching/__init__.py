"""Exercise logic: measures and time in, events out. No Qt, no clock."""
