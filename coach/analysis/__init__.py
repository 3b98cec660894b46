"""Pure numpy: landmarks in, millimetres and decisions out. Time is an argument."""
