"""The import pages, as a browser without JavaScript asks for them."""

import re
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from bowout.desk.importing import working
from bowout.desk.importing.working import import_next
from bowout.store import import_runs
from bowout.store.models import Deal, ImportRun, SavedMapping
from tests.people import PASSWORD, Cast
from tests.shell.crm import HEAD, deal, salesforce

NOW = datetime(2026, 3, 3, 9, 0, tzinfo=UTC)


@pytest.fixture
def mia(cast: Cast) -> Client:
    return signed_in(cast.mia)


def signed_in(user: Any) -> Client:
    client = Client()
    assert client.login(username=user.email, password=PASSWORD)
    return client


def upload(client: Client, *rows: str, head: str = HEAD, name: str = "deals.csv") -> ImportRun:
    text = "\n".join([head, *rows]) + "\n"
    return uploaded(client, SimpleUploadedFile(name, text.encode()))


def uploaded(client: Client, *files: SimpleUploadedFile) -> ImportRun:
    answer = client.post("/import/", {"given": list(files)})
    assert answer.status_code == 302, answer.content.decode()
    return ImportRun.objects.latest("pk")


def page(client: Client, run: ImportRun) -> str:
    answer = client.get(f"/import/{run.pk}/")
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def send(client: Client, run: ImportRun, do: str, **fields: str) -> str:
    answer = client.post(f"/import/{run.pk}/", {"do": do, **fields}, follow=True)
    run.refresh_from_db()
    return " ".join(answer.content.decode().split())


def test_it_works(cast: Cast, mia: Client) -> None:
    run = upload(mia, deal(1), deal(2))
    seen = page(mia, run)
    assert "Salesforce report of opportunities" in seen
    assert "<dt>Would be new</dt><dd>2</dd>" in seen
    assert not Deal.objects.filter(source="salesforce").exists(), "looking writes nothing"
    seen = send(mia, run, "start")
    assert "<dt>New</dt><dd>2</dd>" in seen
    assert Deal.objects.filter(source="salesforce", team=cast.team).count() == 2
    assert "Brought in" in mia.get("/import/").content.decode()
    assert not (settings.BOWOUT_IMPORTS / run.path).exists(), "the files are not kept"


def test_a_stranger_finds_nothing(cast: Cast, mia: Client) -> None:
    run = upload(mia, deal(1))
    charlie = signed_in(cast.charlie)
    for path in (f"/import/{run.pk}/", f"/import/{run.pk}/progress/", f"/import/{run.pk}/errors/1/"):
        assert charlie.get(path).status_code == 404
        assert Client().get(path).status_code == 302
    assert charlie.post(f"/import/{run.pk}/", {"do": "start"}).status_code == 404
    assert "deals.csv" not in charlie.get("/import/").content.decode()


def test_a_rep_looks_on(cast: Cast, mia: Client) -> None:
    run = upload(mia, deal(1))
    alice = signed_in(cast.alice)
    assert "Ask Mia Maier or Rita Roth" in alice.get("/import/").content.decode()
    assert alice.post("/import/", {"given": SimpleUploadedFile("a.csv", b"x")}).status_code == 403
    assert alice.post(f"/import/{run.pk}/", {"do": "start"}).status_code == 403
    assert not Deal.objects.filter(source="salesforce").exists()


def test_an_open_question_is_answered_on_the_page(cast: Cast, mia: Client) -> None:
    run = upload(mia, deal(1, close="03/04/26"))
    seen = page(mia, run)
    assert "Day first: 3 April 2026" in seen
    assert 'type="radio"' in seen
    assert 'value="start"' not in seen
    send(mia, run, "start")
    assert run.status == ImportRun.Status.UPLOADED
    assert 'value="start"' in send(mia, run, "check", **{"f0-date_order": "mdy"})
    send(mia, run, "start", **{"f0-date_order": "mdy"})
    assert str(Deal.objects.get(source="salesforce").close_date) == "2026-03-04"


def test_the_columns_of_an_unknown_file_are_said_once(cast: Cast, mia: Client) -> None:
    head, row = "Chance,Kunde,Phase,Ende", "Umbau,Acme,Angebot,2026-12-31"
    run = upload(mia, row, head=head)
    assert "Which column is what?" in page(mia, run)
    said = {"f0-kind": "deal", "f0-column-name": "Chance", "f0-column-account_name": "Kunde"}
    said |= {"f0-column-stage": "Phase", "f0-column-close_date": "Ende", "f0-save_as": "Ours"}
    assert "Everything is clear" in send(mia, run, "check", **said)
    send(mia, run, "start", **said)
    assert Deal.objects.get(name="Umbau").account.name == "Acme"
    assert SavedMapping.objects.get(team=cast.team).name == "Ours"
    again = upload(mia, row, head=head)
    assert "<dt>The same</dt><dd>1</dd>" in page(mia, again)


def test_what_a_stage_means_is_said_on_the_page(cast: Cast, mia: Client) -> None:
    run = upload(mia, deal(1, stage="Signed"))
    assert "What its stages mean" in page(mia, run)
    send(mia, run, "start", **{"f0-stage-0": "won"})
    assert Deal.objects.get(source="salesforce").status == "won"


def test_a_column_that_the_file_does_not_have_is_refused(cast: Cast, mia: Client) -> None:
    run = upload(mia, "Umbau,Acme", head="Chance,Kunde")
    seen = send(mia, run, "check", **{"f0-kind": "deal", "f0-column-name": "Elsewhere"})
    assert "field-error" in seen
    assert ImportRun.objects.get(pk=run.pk).mapping["files"][0]["mapping"] is None


def test_bad_rows_are_told_and_downloaded(cast: Cast, mia: Client) -> None:
    run = upload(mia, deal(1), deal(2, close="soon"))
    seen = send(mia, run, "start")
    assert "Line 3, Close Date" in seen
    found = re.search(r'href="(/import/\d+/errors/1/)"', seen)
    assert found
    answer = mia.get(found[1])
    assert "attachment" in answer["Content-Disposition"]
    text = b"".join(answer.streaming_content).decode("utf-8-sig")  # type: ignore[attr-defined]
    mended = uploaded(mia, SimpleUploadedFile("deals.errors.csv", text.replace("soon", "2026-12-31").encode()))
    send(mia, mended, "start")
    assert Deal.objects.filter(source="salesforce").count() == 2


def test_a_whole_export_is_uploaded_at_once(cast: Cast, mia: Client) -> None:
    run = uploaded(mia, *(SimpleUploadedFile(path.name, path.read_bytes()) for path in salesforce()))
    assert "Leads are not deals yet" in page(mia, run)
    send(mia, run, "start")
    assert run.status == ImportRun.Status.DONE
    assert Deal.objects.get(name="Telemetry for pumping stations").account.name == "Harrow Water Trust"


def test_a_file_that_cannot_be_read_is_said_so(cast: Cast, mia: Client) -> None:
    run = uploaded(mia, SimpleUploadedFile("report.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1old"))
    assert "Excel file of the old kind" in page(mia, run)
    send(mia, run, "start")
    assert run.status == ImportRun.Status.UPLOADED


LETTER = "Dear Sir or Madam,\n\nthank you for your letter, which we have read, and then lost.\nKind regards,\nBob\n"


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9, "This is not a table: it is a picture."),
        (b"%PDF-1.7 ...", "This is not a table: it is a PDF."),
        (LETTER.encode(), "This is not a table: its lines do not fall into columns."),
        (b"Dear customer,\nplease call.\n", "This is not a table"),
        (b"", "The file is empty."),
        (b"Name,Account,Stage,Close Date\n", "The file has a header, and no rows below it."),
    ],
    ids=["picture", "pdf", "letter", "greeting", "empty", "header"],
)
def test_what_is_no_table_can_only_be_thrown_away(cast: Cast, mia: Client, content: bytes, says: str) -> None:
    run = uploaded(mia, SimpleUploadedFile("deals.csv", content or b"\n"))
    seen = page(mia, run)
    assert says in seen
    assert "There is nothing to bring in here." in seen
    assert [name for name in ("check", "start", "discard") if f'value="{name}"' in seen] == ["discard"]
    assert "guess" not in seen


def test_a_table_with_columns_that_nobody_has_heard_of_is_asked_about(cast: Cast, mia: Client) -> None:
    seen = page(mia, upload(mia, "1,2", "3,4", head="Foo,Bar"))
    assert "Which column is what?" in seen
    assert "Something is open. Nothing has been written yet." in seen
    assert "Nothing is guessed" not in seen


PIPELINE = "Deal,Account,Stage,Close Date\nUmbau,Acme,Offer,2026-12-31\nAnbau,Beta,Offer,2026-12-30\n"


def test_a_price_list_is_left_out_until_somebody_says_that_it_holds_deals(cast: Cast, mia: Client) -> None:
    prices = SimpleUploadedFile("products.csv", b"product,series,sales_price\nGTX Basic,GTX,550\nGTX Pro,GTX,4821\n")
    run = uploaded(mia, prices, SimpleUploadedFile("deals.csv", PIPELINE.encode()))
    assert [file["left_out"] for file in run.mapping["files"]] == [True, False]
    prices.seek(0)
    alone = uploaded(mia, prices)
    seen = page(mia, alone)
    assert re.search(r'name="f0-leave_out"[^>]* checked', seen)
    assert "No column says account, stage or date." in seen
    assert "It is left out. Say what it holds, or throw it away." in seen
    assert "Currency of amounts" not in seen
    send(mia, alone, "check", **{"f0-kind": "deal", "f0-column-name": "product"})
    assert 'value="start"' in page(mia, alone), "their word counts"


def test_columns_that_are_confirmed_are_called_so(cast: Cast, mia: Client) -> None:
    run = uploaded(mia, SimpleUploadedFile("deals.csv", PIPELINE.encode()))
    assert "Columns to be confirmed" in (seen := page(mia, run))
    assert "Bowout has guessed." in seen
    said = {"f0-kind": "deal", "f0-column-name": "Deal", "f0-column-account_name": "Account"}
    assert "Columns confirmed" in (seen := send(mia, run, "check", **said))
    assert "to be confirmed" not in seen
    assert "Bowout has guessed." not in seen
    assert "Columns confirmed" in send(mia, run, "start", **said)


def test_accounts_that_come_in_with_deals_are_named(cast: Cast, mia: Client) -> None:
    accounts = SimpleUploadedFile("accounts.csv", b"Account,Country\nAcme,Germany\n")
    run = uploaded(mia, accounts, SimpleUploadedFile("deals.csv", PIPELINE.encode()))
    said = {"f0-kind": "account", "f0-column-name": "Account"}
    said |= {"f1-kind": "deal", "f1-column-name": "Deal", "f1-column-account_name": "Account"}
    assert "Also new: 1 account that accounts.csv lacks (“Beta”)" in send(mia, run, "check", **said)
    assert "Also new: 1 account that accounts.csv lacks (“Beta”)" in send(mia, run, "start", **said)
    alone = uploaded(mia, SimpleUploadedFile("deals.csv", PIPELINE.replace("Beta", "Gamma").encode()))
    said = {key.replace("f1", "f0"): value for key, value in said.items() if key.startswith("f1")}
    assert "Also new: 1 account (“Gamma”)" in send(mia, alone, "check", **said)


def test_what_is_thrown_away_is_gone(cast: Cast, mia: Client) -> None:
    run = upload(mia, deal(1))
    send(mia, run, "discard")
    assert run.status == ImportRun.Status.FAILED
    assert not (settings.BOWOUT_IMPORTS / run.path).exists()
    assert "Thrown away" in page(mia, run)


@pytest.fixture
def long(cast: Cast, mia: Client, monkeypatch: pytest.MonkeyPatch) -> ImportRun:
    """An upload that waits for a worker."""
    monkeypatch.setattr("bowout.desk.importing.uploads.SMALL", 10)
    run = upload(mia, *(deal(number) for number in range(30)))
    send(mia, run, "start")
    assert run.status == ImportRun.Status.WAITING
    return run


def test_a_long_file_waits_for_a_worker_and_the_page_shows_how_far_it_is(
    cast: Cast, mia: Client, long: ImportRun
) -> None:
    seen = page(mia, long)
    assert "Waiting for a worker" in seen
    assert 'http-equiv="refresh"' in seen
    assert "0 of 30 rows" in mia.get(f"/import/{long.pk}/progress/").content.decode()
    assert import_next(settings.BOWOUT_IMPORTS, lambda: NOW, "a")
    assert mia.get(f"/import/{long.pk}/progress/")["HX-Redirect"] == f"/import/{long.pk}/"
    assert "<dt>New</dt><dd>30</dd>" in page(mia, long)
    assert not import_next(settings.BOWOUT_IMPORTS, lambda: NOW, "b"), "there is nothing more to do"


class Killed(BaseException):
    """What nobody can catch."""


def test_what_a_dead_worker_left_the_next_one_finishes(
    cast: Cast, mia: Client, long: ImportRun, monkeypatch: pytest.MonkeyPatch
) -> None:
    def kill(*_: object) -> None:
        raise Killed

    def dying(team: Any, files: Any, **_: object) -> Any:
        return real(team, files, progress=kill, size=10)

    real = working.take
    with monkeypatch.context() as patch:
        patch.setattr(working, "take", dying)
        with pytest.raises(Killed):
            import_next(settings.BOWOUT_IMPORTS, lambda: NOW, "a")
    assert Deal.objects.filter(source="salesforce").count() == 10
    assert not import_next(settings.BOWOUT_IMPORTS, lambda: NOW, "b"), "it may yet live"
    later = NOW + import_runs.LEASE + timedelta(seconds=1)
    assert import_next(settings.BOWOUT_IMPORTS, lambda: later, "c")
    long.refresh_from_db()
    assert long.status == ImportRun.Status.DONE
    assert Deal.objects.filter(source="salesforce").count() == 30


def test_a_worker_that_lost_its_lease_stops(cast: Cast, long: ImportRun) -> None:
    taken = import_runs.claim(NOW, "a")
    assert taken
    later = NOW + import_runs.LEASE
    assert import_runs.claim(later, "b")
    with pytest.raises(import_runs.RunLost):
        import_runs.go_on(taken, "a", later, 1)


def test_a_worker_told_to_end_gives_it_back(cast: Cast, long: ImportRun) -> None:
    assert import_next(settings.BOWOUT_IMPORTS, lambda: NOW, "a", stopped=lambda: True)
    long.refresh_from_db()
    assert (long.status, long.attempts) == (ImportRun.Status.WAITING, 0)


def test_a_file_at_which_every_worker_dies_is_given_up(cast: Cast, mia: Client, long: ImportRun) -> None:
    ImportRun.objects.filter(pk=long.pk).update(attempts=import_runs.ATTEMPTS)
    assert import_next(settings.BOWOUT_IMPORTS, lambda: NOW, "a")
    assert "stopped at every try" in page(mia, long)


def test_who_may_not_import_is_not_sent_there_and_hears_who_may(cast: Cast) -> None:
    for name, may in (("alice", False), ("eve", False), ("mia", True), ("rita", True)):
        html = signed_in(getattr(cast, name)).get("/deals/").content.decode()
        assert ('href="/import/"' in html) == may
    assert "Ask Mia Maier or Rita Roth." in signed_in(cast.alice).get("/import/").content.decode()
