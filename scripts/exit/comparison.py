"""The comparison: whether each page of another site holds what the site's page holds."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from rich import box
from rich.table import Table

from scripts.book import Book
from scripts.exit.contents import KINDS, Thing, contents
from scripts.problem import Problem

Pages = Mapping[str, Sequence[Thing]]


def read(site: Path) -> dict[str, list[Thing]]:
    """By path below the site, what its pages hold."""
    paths = sorted(site.rglob("*.html"))
    return {
        str(path.relative_to(site)): contents(path.read_text(encoding="utf-8")) for path in paths
    }


def problems(wanted: Pages, seen: Pages, site: Path, book: Book) -> Iterator[Problem]:
    """One for each page that differs. site: where the pages that were seen lie."""
    for page in sorted({*wanted, *seen}):
        place = book.shown(site / page)
        if page not in seen:
            said = [f"a page like site/{page}"], ["no such page"]
        elif page not in wanted:
            said = ["no page where site/ has none"], ["one more"]
        else:
            said = _differences(wanted[page], seen[page])
        expected, found = said
        if expected:
            yield Problem(
                place, expected="; ".join(expected), seen="; ".join(found), command="make exit"
            )


def table(wanted: Pages, others: Mapping[str, Pages]) -> Table:
    """A row for each page: how much of each kind it holds, and where it holds the same."""
    rows = Table("page", *KINDS, *others, box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0))
    for i, column in enumerate(rows.columns):
        column.no_wrap = True
        column.min_width = len(str(column.header)) if i else None
        column.justify = "right" if 0 < i <= len(KINDS) else "left"
    for page, things in wanted.items():
        same = [_same(things, pages.get(page)) for pages in others.values()]
        rows.add_row(page.removesuffix("index.html") or "./", *_counts(things), *same)
    rows.add_section()
    whole = [thing for things in wanted.values() for thing in things]
    same = [_how_many(wanted, pages) for pages in others.values()]
    rows.add_row(f"{len(wanted)} pages", *_counts(whole), *same)
    return rows


def _differences(wanted: Sequence[Thing], seen: Sequence[Thing]) -> tuple[list[str], list[str]]:
    """What is expected and seen, kind by kind."""
    expected, found = [], []
    for kind in KINDS:
        mine = [thing for thing in wanted if thing.kind == kind]
        other = [thing for thing in seen if thing.kind == kind]
        if mine != other:
            expected.append(f"{len(mine)} {kind}, as in the site")
            found.append(f"{len(other)} {kind}: {', '.join(_named(mine, other))}")
    return expected, found


def _named(mine: list[Thing], other: list[Thing]) -> Iterator[str]:
    """Each thing that is not the same, by name."""
    missing = Counter(mine) - Counter(other)
    more = Counter(other) - Counter(mine)
    names = {thing.name for thing in more}
    for thing in missing:
        yield f"{thing.name} {'is not the same' if thing.name in names else 'is missing'}"
    for thing in more:
        if thing.name not in {one.name for one in missing}:
            yield f"{thing.name} is one too many"
    if not missing and not more:
        yield "in another order"


def _same(wanted: Sequence[Thing], seen: Sequence[Thing] | None) -> str:
    if seen is None:
        return "missing"
    return "differs" if _differences(wanted, seen)[0] else "the same"


def _how_many(wanted: Pages, seen: Pages) -> str:
    same = sum(_same(things, seen.get(page)) == "the same" for page, things in wanted.items())
    return f"{same} same"


def _counts(things: Sequence[Thing]) -> list[str]:
    return [str(sum(thing.kind == kind for thing in things)) for kind in KINDS]
