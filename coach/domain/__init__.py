"""What the program talks about. Standard library and numpy only: no I/O, no clock, no Qt, no cv2."""
