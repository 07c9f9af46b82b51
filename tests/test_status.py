"""python -m scripts.status: what is there, and what is missing."""

import json
from pathlib import Path

import pytest

from scripts import status
from scripts.book import Book
from tests.book_samples import copied


@pytest.fixture
def book(tmp_path: Path) -> Book:
    found = copied(tmp_path)
    config = found.root / "mkdocs.yml"
    chapters = "extra:\n  chapters:\n    - {id: one, title: The first, page: first/}\n    - {id: two, title: The second}\n"
    kept = config.read_text(encoding="utf-8").split("extra:\n")[0]
    config.write_text(kept + chapters, encoding="utf-8")
    return found


def test_a_chapter_is_counted_and_a_planned_one_named(book: Book) -> None:
    written, planned = status.rows(book)
    programs = len(list((book.snippets / "first").glob("*.py")))
    assert written.parts["programs"].there == programs > 0
    assert not any(part.missing for part in written.parts.values())
    assert (planned.name, planned.written, planned.parts) == ("The second", False, {})


def test_all_pages_of_a_chapter_are_counted(book: Book) -> None:
    before = status.rows(book)[0].parts
    further = book.docs / "first" / "further.md"
    link = "[There](https://example.org/there)."
    further.write_text(f"# Further\n\n{link}\n", encoding="utf-8")
    with (book.docs / "first" / "index.md").open("a", encoding="utf-8") as file:
        file.write(f"\n{link}\n")
    after = status.rows(book)[0].parts
    assert after["pages"].there == before["pages"].there + 1
    assert after["sources"].there == before["sources"].there + 1, "one source, named twice"


def test_what_is_gone_is_named_with_its_cure(
    book: Book, capsys: pytest.CaptureFixture[str]
) -> None:
    for file in (book.snippets / "first" / "recorded").glob("counts.build.*"):
        file.unlink()
    assert status.main([], book) == 0
    said = capsys.readouterr().out
    assert "make it with: python -m scripts.run --accept first/counts" in said
    assert "still to be written: The second" in said


def test_a_damaged_recording_is_no_recording(book: Book) -> None:
    out = book.snippets / "first" / "recorded" / "counts.build.out"
    out.write_text("13000\n", encoding="utf-8")
    counts = next(row for row in status.rows(book, ["first"]) if row.name.strip() == "counts")
    assert counts.parts["runs"] == status.Part(0, ("python -m scripts.run --accept first/counts",))
    assert str(counts.parts["runs"]) == "0/1"


def test_json_holds_the_same(book: Book, capsys: pytest.CaptureFixture[str]) -> None:
    assert status.main(["first", "--json"], book) == 0
    names = [row["name"].strip() for row in json.loads(capsys.readouterr().out)]
    assert names[0] == "The first"
    assert "counts" in names


def test_an_unknown_chapter_is_told(book: Book, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        status.main(["frist"], book)
    assert "there is no docs/frist/" in capsys.readouterr().err
