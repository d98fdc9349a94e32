"""Numbers in an address: of rows, and of pieces of a file."""


class Number:
    """``<number:key>``: one that every database can hold. Django's own ``int`` takes any, and SQLite fails on it."""

    regex = "[0-9]{1,18}"

    def to_python(self, value: str) -> int:
        return int(value)

    def to_url(self, value: int) -> str:
        return str(value)
