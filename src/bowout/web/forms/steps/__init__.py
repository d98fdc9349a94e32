"""One form per step of a walk-away: what people type in, an intent out."""
