"""What the program talks about: standard library and numpy, no I/O, no clock, no Qt, no cv2."""
