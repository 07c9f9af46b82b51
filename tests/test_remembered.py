"""scripts.remembered: a build that remembers pages makes the very same site as one that does not."""

import logging
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from scripts import recording, remembered
from scripts.book import Book
from scripts.remembered import Memory
from tests.book_samples import change, copied

ADDRESS = "http://127.0.0.1:8000/"


@pytest.fixture
def book(tmp_path: Path) -> Book:
    return copied(tmp_path)


@pytest.fixture
def memory(monkeypatch: pytest.MonkeyPatch) -> Iterator[Memory]:
    """That of a `make serve` which begins now."""
    monkeypatch.setenv("INTERLEAVE_STRICT", "false")
    remembered.remember()
    yield remembered.memory[0]
    logging.getLogger("mkdocs").removeHandler(remembered.memory[0].heard)
    remembered.memory.clear()


def built(book: Book, to: Path) -> dict[str, bytes]:
    """Every file of a site, built as while serving; but for the time that is in some."""
    remembered.begin(book)
    config = load_config(str(book.root / "mkdocs.yml"), site_dir=str(to), site_url=ADDRESS)
    config.plugins.on_startup(command="serve", dirty=False)
    build(config, serve_url=ADDRESS)
    files = {str(path.relative_to(to)): path for path in to.rglob("*") if path.is_file()}
    return {name: path.read_bytes() for name, path in files.items() if path.suffix != ".gz"}


def afresh(book: Book, to: Path) -> dict[str, bytes]:
    """The same by a build that knows nothing of the ones before it."""
    kept, remembered.memory[:] = list(remembered.memory), []
    try:
        return built(book, to)
    finally:
        remembered.memory[:] = kept


def new_sentence(book: Book) -> None:
    change(book.docs / "plain" / "index.md", "A question", "Another question")


def new_card(book: Book) -> None:
    """Proofs on other pages lead to the page with the card."""
    (book.docs / "plain" / "index.md").write_text(
        '# Plain\n\n{{ program("first/counts") }}\n', encoding="utf-8"
    )
    page = book.docs / "first" / "index.md"
    page.write_text(
        page.read_text(encoding="utf-8").replace('{{ program("first/counts") }}', ""),
        encoding="utf-8",
    )


def other_recording(book: Book) -> None:
    """This machine's own is damaged in such a way that the reference is shown."""
    for path in recording.paths(recording.local(book), "first/counts", "build"):
        path.unlink()


def other_settings(book: Book) -> None:
    change(book.root / "real.yml", "permalink: true", "permalink: false")


def other_script(book: Book) -> None:
    with (book.docs / "assets" / "live.js").open("a", encoding="utf-8") as file:
        file.write('document.title = "another";\n')


def lost_heading(book: Book) -> None:
    change(book.docs / "texts" / "index.md", "# Texts", "# More texts")


CHANGES = [new_sentence, new_card, other_recording, other_settings, other_script, lost_heading]


@pytest.mark.parametrize("changed", CHANGES)
def test_what_is_remembered_is_what_would_be_made(
    book: Book, memory: Memory, tmp_path: Path, changed: Callable[[Book], None]
) -> None:
    before = built(book, tmp_path / "site")
    assert built(book, tmp_path / "site") == before
    changed(book)
    after = built(book, tmp_path / "site")
    assert after != before
    assert after == afresh(book, tmp_path / "other")


def test_a_saved_sentence_makes_one_page_anew(book: Book, memory: Memory, tmp_path: Path) -> None:
    built(book, tmp_path / "site")
    before = dict(memory.pages)
    assert len(before) > 5
    new_sentence(book)
    built(book, tmp_path / "site")
    assert [name for name, one in memory.pages.items() if one is not before[name]] == [
        "plain/index.md"
    ]


def test_a_link_that_leads_nowhere_is_told_by_each_build(
    book: Book, memory: Memory, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    change(book.docs / "plain" / "index.md", "A question", "[A](../gone.md) question")
    for _ in range(2):
        caplog.clear()
        built(book, tmp_path / "site")
        assert "gone.md" in caplog.text


def test_an_anchor_that_is_gone_is_told_of_a_page_that_is_remembered(
    book: Book, memory: Memory, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with (book.docs / "texts" / "index.md").open("a", encoding="utf-8") as file:
        file.write("\nA place { #place }\n\n## Here { #place }\n")
    change(book.docs / "plain" / "index.md", "A question", "[A](../texts/index.md#place) question")
    built(book, tmp_path / "site")
    assert "#place" not in caplog.text
    change(book.docs / "texts" / "index.md", "## Here { #place }", "## Here")
    built(book, tmp_path / "site")
    assert "does not contain an anchor '#place'" in caplog.text
    assert "plain/index.md" in memory.pages


def test_what_takes_in_another_file_is_never_remembered(
    book: Book, memory: Memory, tmp_path: Path
) -> None:
    change(
        book.docs / "plain" / "index.md", "A question", "{% include 'texts/index.md' %} question"
    )
    built(book, tmp_path / "site")
    assert "plain/index.md" not in memory.pages


def test_only_what_serves_remembers(book: Book, tmp_path: Path) -> None:
    built(book, tmp_path / "site")
    assert remembered.memory == []
