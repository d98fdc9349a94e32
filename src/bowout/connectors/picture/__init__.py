"""Pictures that people give us, made into ones that are safe to show. No database, no network."""

from bowout.connectors.picture.logo import MOST, Logo, NotALogo, Why, logo

__all__ = ["MOST", "Logo", "NotALogo", "Why", "logo"]
