from scripts.draw import timeline
from scripts.draw.crowded import DENSE, Grip, blocks, in_numbers, joined
from scripts.draw.spans import Span
from tests.draw.telling import told


def test_short_neighbours_become_one_block() -> None:
    spans = [
        Span(0, 0, "filled", 0, 10),
        Span(0, 1, "hatched", 10, 10.1),
        Span(0, 2, "filled", 10.1, 10.3),
        Span(0, 3, "hatched", 10.3, 10.4),
        Span(0, 4, "filled", 10.4, 30),
    ]
    found = blocks(spans, 30, 1)
    assert [(b.look, b.event, b.count) for b in found] == [
        ("filled", 0, 1), (DENSE, 1, 3), ("filled", 4, 1),
    ]  # fmt: skip
    assert round(found[1].median, 3) == 0.1


def test_a_short_one_alone_stays_what_it_is() -> None:
    spans = [Span(0, 0, "filled", 0, 10), Span(0, 1, "hatched", 10, 10.1)]
    assert [b.look for b in blocks(spans, 10.1, 1)] == ["filled", "hatched"]


def test_counts_and_medians_are_told() -> None:
    spans = [Span(0, i, "hatched", i, i + d) for i, d in enumerate((0.1, 0.2, 0.6))]
    assert in_numbers(spans, 3) == {"hatched": (3, 0.2 + 1 - 1)}


def test_grips_without_a_visible_gap_become_one() -> None:
    grips = [Grip(0, i, "p", 0, i, i + 0.9) for i in range(5)] + [Grip(0, 9, "q", 0, 20, None)]
    found = joined(grips, 1)
    assert [(g.event, g.stop, g.count) for g in found] == [(0, 4.9, 5), (9, None, 1)]
    assert len(joined(grips, 0.01)) == 6


def test_a_long_trace_is_drawn_in_blocks() -> None:
    steps = "\n".join(
        f"{i} {who} 1 {do} p: x"
        for i, (who, do) in enumerate(
            (who, do) for _ in range(300) for who in "AB" for do in ("asks", "got", "released")
        )
    )
    figure = timeline(told(f"A a\nB b\n\n{steps}"))
    assert len(figure.rows) < 20
    assert "median" in figure.desc
    assert figure.heads[-1] == "How many"
