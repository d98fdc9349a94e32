"""What sounds like an arrangement with a rival is for those who lead, and for nobody else (M6)."""

from bowout.core import intents as i
from bowout.store.models import Outbox
from tests.people import NOW, Cast
from tests.shell import steps
from tests.shell.web import signed_in

SAYS = "We agreed with the incumbent that they take this one."


def written(cast: Cast) -> None:
    steps.begin(cast)
    call = i.Call(at=NOW, by=steps.NOBODY, contact=str(cast.claire.pk), outcome="reached", override=SAYS)
    steps.must(steps.do(cast.alice, call))


def told() -> list[str]:
    return [row.payload["to"] for row in Outbox.objects.filter(key__startswith="independence-").order_by("pk")]


def test_leaders_are_told_at_once_and_see_it_on_the_page(cast: Cast) -> None:
    written(cast)
    assert told() == [cast.eve.email, cast.mia.email]
    for leader in (cast.mia, cast.eve):
        assert (
            SAYS in signed_in(leader).get(f"/walk-aways/{steps.STREAM}/").content.decode().split('id="independence"')[1]
        )


def test_nobody_else_sees_any_of_it(cast: Cast) -> None:
    written(cast)
    for colleague in (cast.alice, cast.bob):
        client = signed_in(colleague)
        assert 'id="independence"' not in client.get(f"/walk-aways/{steps.STREAM}/").content.decode()
        assert "Please look" not in client.get("/mail/").content.decode()
        for row in Outbox.objects.filter(key__startswith="independence-"):
            assert client.get(f"/mail/{row.pk}/").status_code == 404
    mine = Outbox.objects.get(private_to=cast.mia)
    assert signed_in(cast.mia).get(f"/mail/{mine.pk}/").status_code == 200
    assert signed_in(cast.eve).get(f"/mail/{mine.pk}/").status_code == 404


def test_innocent_words_tell_nobody(cast: Cast) -> None:
    steps.begin(cast)
    assert told() == []
