"""scripts.site, behind `make site`: every step in turn, and the first that fails ends it."""

import re
from pathlib import Path
from typing import Any

import pytest
from mkdocs.utils.yaml import yaml_load

from scripts import run, site, sources
from scripts.book import ROOT, Book
from scripts.problem import Problem
from tests.book_samples import ABSENT, change, command, copied, made

RUN = "python -m scripts.run"


@pytest.fixture
def book(tmp_path: Path) -> Book:
    """A copy of the tiny book that may be broken."""
    return copied(tmp_path)


def built_at(book: Book) -> int:
    """When the site's first page was written, to the nanosecond."""
    return (book.root / "site" / "index.html").stat().st_mtime_ns


def recorded_at(book: Book) -> dict[str, int]:
    """When each of this machine's recordings was written."""
    return {path.name: path.stat().st_mtime_ns for path in book.build.rglob("*.json")}


def test_a_book_without_mistakes_is_built_again_and_no_program_run_again(book: Book) -> None:
    built, recorded = built_at(book), recorded_at(book)
    done = command(book, "scripts.site")
    assert done.returncode == 0, done.stderr
    assert built_at(book) > built
    assert recorded_at(book) == recorded
    assert f"Open {book.root / 'site' / 'index.html'}" in done.stderr


def test_a_claim_that_does_not_hold_fails_with_its_line_before_anything_is_built(
    book: Book,
) -> None:
    before = built_at(book)
    path = book.snippets / "first" / "counts.py"
    line = change(path, 'claims = ["counted == 12000"]', 'claims = ["counted == 13000"]')
    done = command(book, "scripts.site")
    assert done.returncode == 1
    assert f"snippets/first/counts.py:{line}: " in done.stderr
    assert "look:     python -m scripts.run first/counts\n" in done.stderr
    assert built_at(book) == before


@pytest.mark.parametrize(("times", "status"), [(0, 0), (2, 0), (3, 1)])
def test_what_a_page_says_of_durations_has_two_more_hearings(
    book: Book, monkeypatch: pytest.MonkeyPatch, times: int, status: int
) -> None:
    judge = sources.problems
    told: list[int] = []
    runs: list[list[str]] = []

    def anew(ids: list[str], book: Book) -> list[str]:
        runs.append(ids)
        return ids

    def problems(*args: Any) -> list[Problem]:
        told.append(len(told))
        seen = f"it held in {len(told)} of 5 runs"
        asks = Problem("docs/a.md:1", expected="x > 1", seen=seen, command=f"{RUN} first/counts")
        other = Problem("docs/a.md:2", expected="a page", seen="none", command="ls docs")
        return [asks, other] if len(told) <= times else judge(*args)

    monkeypatch.setattr(sources, "problems", problems)
    monkeypatch.setattr(run, "anew", anew)
    _, wrong = site._judged(book)
    assert bool(wrong) == bool(status)
    assert runs == [["first/counts"]] * min(times, 2)


def test_what_a_page_says_of_other_programs_has_one_hearing(
    book: Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    asks = Problem("docs/a.md:1", expected="x > 1", seen="-", command=f"{RUN} first/counts")
    monkeypatch.setattr(sources, "problems", lambda *_: [asks])
    assert site._judged(book)[1] == [asks]


def test_a_page_that_is_wrong_fails_before_anything_is_built(book: Book) -> None:
    before = built_at(book)
    line = change(book.docs / "first" / "index.md", "On this machine", "{{ nothing }}")
    done = command(book, "scripts.site")
    assert done.returncode == 1
    assert f"docs/first/index.md:{line}: " in done.stderr
    assert built_at(book) == before


def test_links_that_lead_nowhere_fail_with_their_page_and_line(book: Book) -> None:
    page, other = book.docs / "first" / "index.md", book.docs / "plain" / "index.md"
    first = change(page, "On this machine it printed:", "Look [there](nowhere.md).")
    second = change(other, "A question", "[A](../texts/index.md#nowhere) question")
    done = command(book, "scripts.site")
    assert done.returncode == 1
    assert "nowhere.md" in done.stderr
    assert f"docs/first/index.md:{first}: " in done.stderr
    assert f"docs/plain/index.md:{second}: " in done.stderr


def test_a_link_is_told_on_each_line_where_it_stands_and_once(book: Book) -> None:
    page = book.docs / "plain" / "index.md"
    first = page.read_text(encoding="utf-8").rstrip("\n").count("\n") + 3
    with page.open("a", encoding="utf-8") as file:
        file.write("\n[a](../gone.md#x) and [b](../gone.md), [c](../gone.md).\n\n[d](../gone.md)\n")
    told = command(book, "scripts.site").stderr
    places = re.findall(r"^docs/plain/index\.md:(\d+): \.\./gone\.md leads nowhere", told, re.M)
    assert sorted(set(places)) == sorted(places) == sorted([str(first), str(first + 2)])


def test_a_page_with_another_name_is_told_with_what_named_it(book: Book) -> None:
    (book.docs / "plain").rename(book.docs / "simple")
    done = command(book, "scripts.site")
    assert done.returncode == 1
    assert "mkdocs.yml: nav names plain/index.md, and docs/ has none\n" in done.stderr
    assert "look:     grep -n plain/ mkdocs.yml\n" in done.stderr
    assert "docs/simple/index.md: nav does not name it\n" in done.stderr


def test_what_only_the_built_page_shows_fails_as_well(book: Book) -> None:
    """A raw link is nothing to mkdocs, and nothing to the gate over the sources."""
    change(book.docs / "plain" / "index.md", "A question", '<a href="../nowhere/">A</a> question')
    done = command(book, "scripts.site")
    assert done.returncode == 1
    assert "site/plain/index.html: href='../nowhere/'" in done.stderr


def test_an_interpreter_that_is_not_here_is_told_and_its_reference_shown() -> None:
    done = command(made(), "scripts.run")
    assert done.returncode == 0
    assert f"reference recording shown: no Python {ABSENT} here" in done.stderr


def test_the_command_explains_itself(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        site.main(["--help"])
    assert ended.value.code == 0
    assert "check every claim" in capsys.readouterr().out


def test_the_theme_is_whole_after_a_clone() -> None:
    """git keeps no empty folder, and mkdocs does not start without the one it is told of."""
    with (ROOT / "mkdocs.yml").open("rb") as file:
        folder = yaml_load(file)["theme"].get("custom_dir")
    assert folder is None or list((ROOT / folder).iterdir())
