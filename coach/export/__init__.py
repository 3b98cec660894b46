"""Files for therapists: CSV, JSON, plots. No Qt."""
