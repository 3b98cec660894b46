"""MediaPipe itself, to measure the program's own engine against."""
