"""The bench: each part on small inputs. What it measures is not judged here."""

import gzip
import json
import shutil
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console

from scripts import header
from scripts.bench import __main__ as bench
from scripts.bench import cold, growth, others, saved, transfer
from scripts.bench.figure import Figure, table
from scripts.bench.spent import Spent, spent
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
    (part,) = told["parts"].values()
    assert [(one["name"], one["value"], one["met"]) for one in part["figures"]] == [
        ("one", 7, False)
    ]
    assert written(tmp_path) == told


def written(root: Path) -> dict[str, Any]:
    """What is in build/bench.json."""
    told: dict[str, Any] = json.loads((root / "build" / "bench.json").read_text(encoding="utf-8"))
    return told


def giving(value: float) -> bench.Part:
    """A part that measures this."""
    return lambda _: [Figure("one", value, "s")]


def test_each_part_keeps_its_own_time_machine_and_load(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for part, value in (("build", 1.0), ("saved", 2.0), ("build", 3.0)):
        monkeypatch.setitem(bench.PARTS, part, giving(value))
        assert bench.main([part], Book(tmp_path)) == 0
        shown = capsys.readouterr().out
        assert (part in shown, f"{value:.4g} s" in shown) == (True, True)
        assert ("build" in shown, "saved" in shown) == (part == "build", part == "saved")
    parts = written(tmp_path)["parts"]
    assert {name: one["figures"][0]["value"] for name, one in parts.items()} == {
        "build": 3.0,
        "saved": 2.0,
    }
    for one in parts.values():
        assert datetime.fromisoformat(one["at"]).tzinfo
        assert one["machine"]["cores"] > 0
        assert one["load"] >= one["others"] >= 0


def failing(_: Book) -> Iterator[Figure]:
    """Measures one thing, and then something breaks that nobody thought of."""
    yield Figure("before", 1, "s")
    raise ZeroDivisionError("why")


def test_what_breaks_in_a_part_takes_no_figure_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(bench.PARTS, "build", lambda _: [Figure("one", 7, "s")])
    monkeypatch.setitem(bench.PARTS, "saved", failing)
    monkeypatch.setitem(bench.PARTS, "growth", lambda _: [Figure("last", 8, "s")])
    assert bench.main(["build", "saved", "growth"], Book(tmp_path)) == 1
    told = capsys.readouterr()
    assert "bench saved: " in told.err
    assert "ZeroDivisionError: why" in told.err
    names = {
        name: [figure["name"] for figure in one["figures"]]
        for name, one in written(tmp_path)["parts"].items()
    }
    assert names == {"build": ["one"], "saved": ["before"], "growth": ["last"]}
    assert all(name in told.out for name in ("one", "before", "last"))
    assert "why" in written(tmp_path)["parts"]["saved"]["trouble"]


def test_a_part_that_measured_nothing_leaves_what_there_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(bench.PARTS, "build", lambda _: [Figure("one", 7, "s")])
    assert bench.main(["build"], Book(tmp_path)) == 0
    before = written(tmp_path)
    monkeypatch.setitem(bench.PARTS, "build", lambda _: [Figure("one", 1 / 0, "s")])
    assert bench.main(["build"], Book(tmp_path)) == 1
    assert written(tmp_path) == before


@pytest.mark.parametrize("text", ["", "[]", '{"figures": []}', '{"parts": 3}'])
def test_a_file_of_another_form_is_begun_anew(
    tmp_path: Path, text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "build").mkdir()
    (tmp_path / "build" / "bench.json").write_text(text, encoding="utf-8")
    monkeypatch.setitem(bench.PARTS, "build", lambda _: [Figure("one", 7, "s")])
    assert bench.main(["build"], Book(tmp_path)) == 0
    assert list(written(tmp_path)["parts"]) == ["build"]


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


def test_synthetic_chapters_pass_the_gate_and_build_strictly() -> None:
    # As many as the gate looks at for habits.
    found = list(growth.growth(Book(ROOT), sizes=(22,)))
    assert [one.name.split(", ", 1)[1] for one in found] == [
        *(f"make site with nothing to run{cost}" for cost in ("", ", CPU", ", memory")),
        *(f"warm build{cost}" for cost in ("", ", CPU", ", memory")),
    ]


@pytest.mark.parametrize(("power", "met"), [(1, True), (2, False)])
def test_growth_is_held_against_linear(power: int, met: bool) -> None:
    sizes = (10, 100, 1000)
    # Whatever every build takes hides nothing.
    found = [Spent(0, 5 + 0.01 * size**power, 2**20 * size**power) for size in sizes]
    judged = {one.name: one for one in growth.more("build", sizes, found) if one.most}
    assert [one.met for one in judged.values()] == [met] * 3
    cpu = judged["build, CPU: a chapter more of 1,000 against one of 100 (1 is linear)"]
    assert cpu.value == pytest.approx(1 if power == 1 else 10)


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
    took, through = others.ours(Book(ROOT), others.comparable(made(), 2), "ours", once_each=True)
    assert took.value > 0
    assert through.value == 2


def test_once_means_one_run() -> None:
    for program in others.comparable(made(), 100):
        assert header.read(others._once(program), program.place).runs == 1


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
