"""Free text that people wrote. It may name a person, so the store keeps it apart where it can be erased."""

from typing import Annotated

from msgspec import Meta

ERASABLE = "erasable"

Words = Annotated[str, Meta(extra={ERASABLE: True})]
