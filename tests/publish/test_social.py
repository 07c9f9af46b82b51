"""The cards beside links to pages."""

import shutil
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from scripts.book import Book
from scripts.publish import social
from tests.book_samples import made

HEAD = """<head><meta property="og:title" content="{title}"><meta property="og:description"
content="About."><meta property="og:image" content="https://example.org/assets/cards/{name}"></head>"""


def site(root: Path, **titles: str) -> Book:
    shutil.rmtree(root / "site", ignore_errors=True)
    for name, title in titles.items():
        (root / "site" / name).mkdir(parents=True)
        html = HEAD.format(title=title, name=f"{name}.png")
        (root / "site" / name / "index.html").write_text(html, encoding="utf-8")
    return Book(root)


def cards(book: Book) -> dict[str, bytes]:
    folder = book.root / "site" / "assets" / "cards"
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def test_a_card_has_the_size_that_sites_ask_for_and_is_small() -> None:
    picture = social.drawn("Livelock, starvation, inversion", "Everybody is busy. " * 20)
    assert Image.open(BytesIO(picture)).size == (1200, 630)
    assert len(picture) < 60_000


def test_other_words_make_another_card() -> None:
    assert social.drawn("One", "About.") != social.drawn("Two", "About.")


def test_a_card_is_drawn_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[str] = []

    def draw(title: str, about: str) -> bytes:
        drawn.append(title)
        return title.encode()

    monkeypatch.setattr(social, "drawn", draw)
    social.write(site(tmp_path, a="One", b="Two"))
    book = site(tmp_path, a="One", b="Other")
    social.write(book)
    assert drawn == ["One", "Two", "Other"]
    assert cards(book) == {"a.png": b"One", "b.png": b"Other"}
    assert len(list((book.build / "cards").iterdir())) == 2, "what no page names any more is gone"


def test_each_page_of_a_book_has_its_card() -> None:
    assert set(cards(made())) == {
        "index.png", "first.png", "texts.png", "quizzes.png", "plain.png", "kinds.png",
    }  # fmt: skip
