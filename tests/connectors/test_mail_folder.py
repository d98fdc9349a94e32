"""A folder of .eml files: one file a key, whole or not at all."""

from pathlib import Path

import pytest

from bowout.connectors.mail import Carrier, Refused, carrier, compose
from bowout.connectors.mail.folder import file_name
from tests.connectors.test_mail_message import MAIL

MESSAGE = compose(MAIL, "k")


def never() -> None:
    raise AssertionError("a repeat changes nothing, so nothing has to be noted before")


@pytest.fixture
def folder(tmp_path: Path) -> Carrier:
    return carrier("", tmp_path / "mail")


def test_it_works(folder: Carrier, tmp_path: Path) -> None:
    folder.carry(MESSAGE, "answered-7", never)
    (file,) = (tmp_path / "mail").iterdir()
    assert file.name == "answered-7.eml"
    assert file.read_bytes() == bytes(MESSAGE)


def test_a_repeat_leaves_one_file(folder: Carrier, tmp_path: Path) -> None:
    for _ in range(2):
        folder.carry(MESSAGE, "k:1/2", never)
    assert len(list((tmp_path / "mail").iterdir())) == 1


def test_only_its_owner_reads_it(folder: Carrier, tmp_path: Path) -> None:
    folder.carry(MESSAGE, "k", never)
    assert (tmp_path / "mail").stat().st_mode & 0o777 == 0o700
    assert (tmp_path / "mail" / "k.eml").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("key", ["../../etc/x", "/etc/x", "a\0b", ".hidden", "", "K" * 300, "é/è"])
def test_no_key_leads_out_of_the_folder(folder: Carrier, tmp_path: Path, key: str) -> None:
    folder.carry(MESSAGE, key, never)
    (file,) = (tmp_path / "mail").iterdir()
    assert file.suffix == ".eml"
    assert not file.name.startswith(".")
    assert list(tmp_path.iterdir()) == [tmp_path / "mail"]


def test_two_keys_never_share_a_file() -> None:
    keys = ["a", "A", "a:1", "a/1", "a-1", "a 1", "é", "e", "x" * 80, "x" * 200, "x" * 201]
    assert len({file_name(key).lower() for key in keys}) == len(keys)


def test_what_a_killed_worker_left_half_written_is_cleared_away(folder: Carrier, tmp_path: Path) -> None:
    (tmp_path / "mail").mkdir()
    (tmp_path / "mail" / ".k.eml.4711").write_bytes(b"half")
    folder.carry(MESSAGE, "k", never)
    assert [file.name for file in (tmp_path / "mail").iterdir()] == ["k.eml"]


def test_a_folder_that_cannot_be_written_is_tried_again(tmp_path: Path) -> None:
    (tmp_path / "mail").write_text("a file in its place")
    with pytest.raises(Refused) as refused:
        carrier("", tmp_path / "mail").carry(MESSAGE, "k", never)
    assert not refused.value.final
    assert list(tmp_path.iterdir()) == [tmp_path / "mail"]
