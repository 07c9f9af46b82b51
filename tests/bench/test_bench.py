"""The bench: each part on small inputs. What it measures is not judged here."""

import gzip
import json
import shutil
import sys
from pathlib import Path

import pytest
from rich.console import Console

from scripts.bench import __main__ as bench
from scripts.bench import cold, growth, others, saved, transfer
from scripts.bench.figure import Figure, table
from scripts.bench.spent import spent
from scripts.book import ROOT, Book
from scripts.problem import Problem
from tests.book_samples import made


@pytest.mark.parametrize(
    ("figure", "met", "word"),
    [
        (Figure("a", 6.0, "s", most=6), True, "met"),
        (Figure("a", 6.1, "s", most=6), False, "missed"),
        (Figure("a", 999.0, "a second", least=1000), False, "missed"),
        (Figure("a", 1000.0, "a second", least=1000), True, "met"),
        (Figure("a", 6.0, "s"), None, ""),
    ],
)
def test_the_table_says_whether_a_target_is_met(
    figure: Figure, met: bool | None, word: str
) -> None:
    assert figure.met is met
    screen = Console(width=120)
    with screen.capture() as told:
        screen.print(table({"part": [figure]}))
    assert [one for one in ("met", "missed") if one in told.get()] == ([word] if word else [])


def test_a_part_that_is_not_there_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        bench.main(["builds"])
    assert "no part 'builds'" in capsys.readouterr().err


def test_parts_run_by_name_into_the_json(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(bench.PARTS, "build", lambda _: [Figure("one", 7, "s", most=6)])
    assert bench.main(["build", "--json"], Book(tmp_path)) == 0
    told = json.loads(capsys.readouterr().out)
    assert [(one["part"], one["value"], one["met"]) for one in told["figures"]] == [
        ("build", 7, False)
    ]
    assert json.loads((tmp_path / "build" / "bench.json").read_text(encoding="utf-8")) == told


def test_without_a_name_the_cold_run_is_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "index.html").touch()
    ran: list[str] = []

    def noted(name: str) -> bench.Part:
        def part(_: Book) -> list[Figure]:
            ran.append(name)
            return []

        return part

    for name in list(bench.PARTS):
        monkeypatch.setitem(bench.PARTS, name, noted(name))
    assert bench.main([], Book(tmp_path)) == 0
    assert ran == [name for name in bench.PARTS if name != "cold"]


def test_what_needs_a_site_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert bench.main(["transfer"], Book(tmp_path)) == 1
    assert "there is none" in capsys.readouterr().err


def test_a_command_that_fails_is_no_measurement(tmp_path: Path) -> None:
    with pytest.raises(Problem, match="exit 3:\nwhy"):
        spent([sys.executable, "-c", "import sys; print('why'); sys.exit(3)"], tmp_path)


def test_what_a_command_spent_is_its_own() -> None:
    used = spent([sys.executable, "-c", "x = bytearray(200_000_000)"], ROOT)
    assert used.peak > 200_000_000
    assert used.cpu > 0


def test_a_browser_is_asked_what_a_page_fetches() -> None:
    figures = {one.name: one.value for one in transfer.transfer(made())}
    html = (made().root / "site" / "index.html").read_bytes()
    assert figures["first visit, HTML"] == len(gzip.compress(html, 6, mtime=0)) / 1000
    kinds = [figures[f"first visit, {kind}"] for kind in ("HTML", "scripts", "styles")]
    assert figures["first visit"] >= sum(kinds)
    assert all(kind > 0 for kind in kinds)
    docs = (made().root / "site" / "search" / "docs.json").read_bytes()
    assert figures["the search, when it is first opened"] > len(gzip.compress(docs, 6)) / 1000


def test_synthetic_chapters_build_strictly() -> None:
    names = [one.name for one in growth.growth(Book(ROOT), sizes=(1,))]
    assert names == ["1 chapters", "1 chapters, CPU", "1 chapters, memory"]


def test_a_cold_run_is_foretold_from_the_recordings() -> None:
    book = made()
    seconds = [cold.seconds(one, book) for one in cold.light(book)]
    assert 0 < cold.expected(book) <= sum(seconds)


def test_compared_are_programs_that_others_can_run() -> None:
    found = others.comparable(made(), 100)
    assert found
    for one in found:
        assert (one.header.on, one.header.needs, one.header.lane) == ((), (), "pool")
        assert "multiprocessing" not in one.source


def test_ours_are_run_and_built_and_their_outputs_come_through() -> None:
    took, through = others.ours(Book(ROOT), others.comparable(made(), 2), "ours")
    assert took.value > 0
    assert through.value == 2


def test_a_page_without_the_output_is_not_counted(tmp_path: Path) -> None:
    program = next(one for one in others.comparable(made(), 100) if one.header.facts)
    page = tmp_path / "page.html"
    page.write_text("<p>nothing</p>", encoding="utf-8")
    assert not others._shown(program, page)


def test_saved_prose_and_a_saved_program_are_waited_for(tmp_path: Path) -> None:
    copy = Book(tmp_path / "book")
    shutil.copytree(made().root, copy.root, symlinks=True)
    before = [path.read_bytes() for path in sorted(copy.docs.rglob("*.md"))]
    assert [one.value > 0 for one in saved.saved(copy)] == [True, True]
    assert [path.read_bytes() for path in sorted(copy.docs.rglob("*.md"))] == before
