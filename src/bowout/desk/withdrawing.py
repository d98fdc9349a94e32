"""A deal that we left is withdrawn by us, which is not the same as lost (M12)."""

from bowout.core.walkaway import LEFT, Status
from bowout.store.models import Deal


def follow(deal: Deal, status: Status) -> None:
    """Let an open deal become withdrawn when we part, and open again when they want us back.

    While it is withdrawn, imports leave its status alone: the CRM may still call it open, or lost.
    """
    if status in LEFT and deal.status == Deal.Status.OPEN:
        deal.status, deal.kept = Deal.Status.WITHDRAWN, sorted({*deal.kept, "status"})
    elif status == "invited-back" and deal.status == Deal.Status.WITHDRAWN:
        deal.status, deal.kept = Deal.Status.OPEN, sorted({*deal.kept} - {"status"})
    else:
        return
    deal.save(update_fields=["status", "kept"])
