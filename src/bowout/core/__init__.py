"""The method itself: facts in, values out. No clock, no I/O, no framework."""
