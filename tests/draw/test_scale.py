import pytest

from scripts.draw.scale import LogScale, Scale, plain, powers, short, ticks, unit_for


@pytest.mark.parametrize(
    ("low", "high", "most", "found"),
    [
        (0, 100, 5, [0, 20, 40, 60, 80, 100]),
        (0, 1, 4, [0, 0.5, 1.0]),
        (3, 17, 5, [5, 10, 15]),
        (-3, 3, 4, [-2, 0, 2]),
        (5, 5, 4, [5]),
    ],
)
def test_ticks_are_round(low: float, high: float, most: int, found: list[float]) -> None:
    assert ticks(low, high, most) == found


def test_a_scale_is_straight_and_ends_at_its_ends() -> None:
    scale = Scale(0, 10, 100, 200)
    assert [scale.x(value) for value in (0, 5, 10, 99, -1)] == [100, 150, 200, 200, 100]


def test_the_same_factor_is_the_same_distance() -> None:
    scale = LogScale(1, 100, 0, 200)
    assert [round(scale.x(value)) for value in (1, 10, 100)] == [0, 100, 200]


def test_powers_reach_around() -> None:
    assert powers(3, 2000) == [1, 10, 100, 1000, 10000]
    assert powers(5, 5) == [1, 10]


@pytest.mark.parametrize(
    ("span", "name"), [(2, "s"), (0.5, "ms"), (0.002, "ms"), (0.0019, "µs"), (1e-9, "µs")]
)
def test_units_fit(span: float, name: str) -> None:
    assert unit_for(span)[1] == name


def test_numbers_are_plain() -> None:
    assert [plain(v) for v in (0, 1500, 0.25, 1234.5, -2)] == ["0", "1,500", "0.25", "1,234", "-2"]
    assert [short(v) for v in (1000, 100_000, 10_000_000, 150_000)] == [
        "1,000", "10⁵", "10⁷", "150,000",
    ]  # fmt: skip
