"""The drawn face: demonstrates exercises and stands in as a simulated patient. QtGui only."""
