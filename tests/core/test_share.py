"""A share and its interval, against values that are known."""

import pytest

from bowout.core.share import Share


@pytest.mark.parametrize(
    ("hits", "of", "low", "high"),
    [(8, 10, 0.490, 0.943), (0, 10, 0.0, 0.278), (10, 10, 0.722, 1.0), (1, 2, 0.095, 0.905), (50, 100, 0.404, 0.596)],
)
def test_the_interval_is_wilsons(hits: int, of: int, low: float, high: float) -> None:
    assert Share(hits, of).interval == pytest.approx((low, high), abs=0.0005)


@pytest.mark.parametrize("of", [1, 5, 7, 1000])
def test_it_stays_within_all_and_nothing_and_holds_the_share(of: int) -> None:
    for hits in range(of + 1):
        low, high = Share(hits, of).interval
        assert 0 <= low <= Share(hits, of).part <= high <= 1


def test_more_answers_tell_more() -> None:
    widths = [high - low for low, high in (Share(4 * many, 5 * many).interval for many in (1, 10, 100))]
    assert widths == sorted(widths, reverse=True)
