"""One walk-away: its log folded into its state."""

from bowout.core.walkaway.folding import after, fold
from bowout.core.walkaway.state import CALLED_OFF, LEFT, UNDER_WAY, Status, WalkAway, over

__all__ = ["CALLED_OFF", "LEFT", "UNDER_WAY", "Status", "WalkAway", "after", "fold", "over"]
