"""Use cases: load, decide, append, in one transaction. Time and identity are arguments."""
