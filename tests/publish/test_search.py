"""The search's two files: the settings on every page, the book's words for whoever searches."""

import json
import re
import zipfile
from pathlib import Path

from scripts.publish import search
from tests.book_samples import made

SCRIPTS = re.compile(r'<script src="(?:[^"]*/)?assets/(search|javascripts/bundle)\b')


def test_the_words_go_and_the_settings_stay(tmp_path: Path) -> None:
    docs = [{"location": "a/", "title": "Naïve", "text": "<p>words</p>"}]
    (tmp_path / "search").mkdir()
    file = tmp_path / search.SETTINGS
    file.write_text(json.dumps({"config": {"lang": ["en"]}, "docs": docs}), encoding="utf-8")
    search.part(tmp_path)
    assert json.loads(file.read_text("utf-8")) == {"config": {"lang": ["en"]}, "docs": []}
    assert json.loads((tmp_path / search.DOCS).read_text("utf-8")) == docs


def test_what_every_page_fetches_of_the_search_is_small() -> None:
    site = made().root / "site"
    assert (site / search.SETTINGS).stat().st_size < 300
    assert (site / search.DOCS).stat().st_size > 3000


def test_on_every_page_our_script_stands_before_the_theme_s() -> None:
    site = made().root / "site"
    for path in site.rglob("*.html"):
        found = SCRIPTS.findall(path.read_text(encoding="utf-8"))
        assert found in (["search", "javascripts/bundle"], []), path
        assert found or "__search" not in path.read_text(encoding="utf-8"), path


def test_the_zip_has_the_words_with_the_settings_and_does_not_wait() -> None:
    with zipfile.ZipFile(made().root / "site" / "interleave.zip") as archive:
        names = archive.namelist()
        index = archive.read("interleave/search/search_index.js").decode()
        pages = [archive.read(name).decode() for name in names if name.endswith(".html")]
    told = json.loads(index.removeprefix("var __index = "))
    assert told["config"]["lang"] == ["en"]
    assert {"index.html", "first/index.html"} <= {one["location"] for one in told["docs"]}
    assert not {f"interleave/{search.DOCS}", "interleave/assets/search.js"} & set(names)
    assert {tuple(SCRIPTS.findall(page)) for page in pages} == {("javascripts/bundle",)}
