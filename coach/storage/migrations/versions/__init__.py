"""Revisions of the practice log, numbered 0001, 0002, ... in order.

The number is also written to the file's `user_version`, so that a newer log is recognised from its
first bytes. A released revision is never edited: the next change is the next number.
"""
