"""An invented sales team with its deals and walk-aways, to look at and to try things on. Nobody in it exists."""
