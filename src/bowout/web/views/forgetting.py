"""Somebody at a customer asks to be forgotten."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import path
from django.views.decorators.http import require_POST

from bowout.desk.forgetting import ask
from bowout.store import access
from bowout.web.seller import SellerRequest, seller


@seller
@require_POST
def forget(request: SellerRequest, key: int, contact: int) -> HttpResponse:
    """Have them forgotten by a worker: it goes through many rows and files."""
    deal = get_object_or_404(access.deals_of(request.user), pk=key)
    part = get_object_or_404(deal.deal_contacts.select_related("contact"), contact=contact)
    if request.POST.get("sure") != "yes":
        messages.error(request, "Say that you know: nobody can undo it.")
        return redirect("deal-person", key, contact)
    ask(request.user, part.contact, request.now)
    messages.success(request, "They are forgotten within a minute.")
    return redirect("deal", key)


urlpatterns = [path("deals/<number:key>/people/<number:contact>/forget/", forget, name="deal-person-forget")]
