"""The accuracy bench: the analysis against exact truth. `make accuracy`, docs/accuracy.md."""
