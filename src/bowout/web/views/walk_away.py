"""One walk-away: where it stands, what is next, and all that happened."""

from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path
from django.views.decorators.http import require_safe

from bowout.core.actor import Actor
from bowout.desk.beside import links_of, mails_of, received_of
from bowout.desk.feeling import feelings
from bowout.desk.links import address
from bowout.desk.placing import Place, suggested
from bowout.desk.taking import may_take
from bowout.desk.walking import PAGE, Walk
from bowout.store.models import CustomerLink
from bowout.web import labels, paging
from bowout.web.acts import ACTS, possible
from bowout.web.focus import focus
from bowout.web.forms.steps.people import contact_field, key_contact
from bowout.web.panel import panel, walk_or_404
from bowout.web.seller import SellerRequest, seller


@seller
@require_safe
def walk_away(request: SellerRequest, key: UUID) -> HttpResponse:
    """The page of the walk-away."""
    walk = walk_or_404(request, key)
    next_up = focus(walk)
    acts = possible(walk) if walk.may_act else []
    near = [ACTS[slug] for slug in next_up.also if slug in ACTS and ACTS[slug] in acts]
    act = ACTS.get(next_up.slug) if walk.may_act else None
    shown = {
        "walk": walk,
        "deal": walk.row.deal,
        "zone": walk.office.zone,
        "status": labels.STATUS.get(walk.state.status, (walk.state.status, "done")),
        "contact": key_contact(walk),
        "focus": next_up,
        "panel": panel(walk, act, language=request.GET.get("language", "")) if act else None,
        "may_take": walk.underway and may_take(request.user, walk.row.deal),
        "place": _place(walk) if walk.underway else None,
        "near": near,
        "may_sharpen": "consider" in next_up.also and walk.may_act,
        "others": [other for other in acts if other not in near and other is not act],
        "log": Paginator(walk.lines[::-1], PAGE).get_page(paging.number(request)),
        "links": [_shown(walk, link) for link in links_of(walk)],
        "invite": contact_field(walk, "For").choices if walk.may_act and walk.state.told_at else [],
        "felt": feelings(walk),
        "mails": mails_of(walk),
        "received": received_of(walk),
    }
    return render(request, "web/walkaway/page.html", shown)


def _place(walk: Walk) -> Place | None:
    """Where they seem to be, while their clock is a guess."""
    deal, known = walk.row.deal, walk.setting.deal
    people = [(contact.name, contact.phone) for contact in known.contacts]
    return None if known.zone_known else suggested(deal.account, people, deal.team.country)


def _shown(walk: Walk, link: CustomerLink) -> dict[str, object]:
    """A link with its state in a word, and what came back over it."""
    # By key: two people may have one name.
    them = Actor("customer", str(link.contact_id))
    replies = [line for line in walk.lines if line.by == them]
    ended = "revoked" if link.revoked_at else "expired" if link.expires_at <= walk.now else ""
    return {"link": link, "address": "" if ended else address(link), "ended": ended, "replies": replies}


urlpatterns = [path("walk-aways/<uuid:key>/", walk_away, name="walk-away")]
