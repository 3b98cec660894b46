"""Every page and state of the window, to be walked, looked at, and shown in the guide."""
