"""What happened in the walk-aways of the demo, one small function each, by the deal's number."""

from collections.abc import Callable, Mapping

from bowout.demo.stories import (
    answering,
    asking,
    doubting,
    hard,
    leaving,
    mending,
    partners,
    returning,
    staying,
    telling,
    waiting,
)
from bowout.demo.story import Story

Tale = Callable[[Story], None]

DIRECT: Mapping[str, Tale] = {
    **doubting.TALES,
    **telling.TALES,
    **asking.TALES,
    **answering.TALES,
    **staying.TALES,
    **leaving.TALES,
    **waiting.TALES,
    **returning.TALES,
    **hard.TALES,
    **mending.TALES,
}
PARTNERS: Mapping[str, Tale] = partners.TALES
