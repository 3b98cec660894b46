"""The practice log on disk. No Qt."""
