"""Secrets of others that we must give back as they were: encrypted by a key that comes from the installation's own."""

from base64 import urlsafe_b64encode

from cryptography.fernet import Fernet, InvalidToken
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings


class Unsealable(Exception):
    """Sealed by another installation, or before its secret key was changed."""


def sealed(text: str) -> str:
    """What may lie in the database."""
    return _fernet().encrypt(text.encode()).decode()


def unsealed(text: str) -> str:
    """The text as it was. Raises ``Unsealable``."""
    try:
        return _fernet().decrypt(text.encode()).decode()
    except InvalidToken as error:
        raise Unsealable from error


def _fernet() -> Fernet:
    key = HKDF(SHA256(), length=32, salt=None, info=b"bowout sealing").derive(settings.SECRET_KEY.encode())
    return Fernet(urlsafe_b64encode(key))
