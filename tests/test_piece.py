"""Pieces: taken out of Markdown, put back as they were, and short in the search."""

import json

import pytest
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from scripts.piece import Pieces, plain, searched
from scripts.problem import Problem
from scripts.publish import search
from tests.book_samples import made

LONG = "x" * 400
CARD = (
    '<figure class="il-card" id="a&#95;b"><figcaption>It <b>counts</b></figcaption>'
    '<div class="highlight il-code"><pre><code><span>import</span> os</code></pre></div>'
    f"<samp>{LONG}</samp></figure>"
)


def test_a_piece_comes_back_where_it_was_in_a_list_too() -> None:
    pieces = Pieces()
    page = f"# A\n\n{CARD}\n\n- one\n\n    {CARD}\n\n<p>short</p>"
    boxes = pieces.take_out(page, "a.md")
    assert LONG not in boxes
    assert boxes.count("\n") == page.count("\n")
    assert "\n    <div" in boxes
    assert pieces.put_in(boxes, "a.md") == page.replace("&#95;", "_")


@pytest.mark.parametrize(
    ("written", "sent"),
    [
        ("<p>a&#10;&#95;b&#95; &#42;&#91;0&#93;&#92;&#33;&#96;</p>", "<p>a\n_b_ *[0]\\!`</p>"),
        ("<p>it&#39;s &#34;it&#34;, &#x27;so&#x27;</p>", "<p>it's \"it\", 'so'</p>"),
        ('<p title="&#34;it&#39;s&#34; &#95;">', '<p title="&#34;it&#39;s&#34; _">'),
        ("<p>&lt;b&gt; &amp;#10; a&#13;&#10;b</p>", "<p>&lt;b&gt; &amp;#10; a&#13;\nb</p>"),
    ],
)
def test_a_piece_has_characters_and_not_what_hid_them_from_markdown(
    written: str, sent: str
) -> None:
    assert plain(written) == sent
    assert HTMLParser(written).html == HTMLParser(sent).html


def test_a_changed_piece_is_not_the_one_of_the_build_before() -> None:
    pieces = Pieces()
    pieces.take_out(CARD, "a.md")
    boxes = pieces.take_out(CARD.replace("counts", "loses"), "a.md")
    assert "loses" in pieces.put_in(boxes, "a.md")


def test_pieces_of_another_page_are_others() -> None:
    pieces = Pieces()
    first = pieces.take_out(CARD, "a.md")
    pieces.take_out(CARD.replace("counts", "loses"), "b.md")
    assert "counts" in pieces.put_in(first, "a.md")


def test_a_piece_that_would_be_lost_is_told() -> None:
    pieces = Pieces()
    boxes = pieces.take_out(CARD, "a.md")
    with pytest.raises(Problem, match="1 of them, 0 came through"):
        pieces.put_in(boxes.replace("<", "&lt;"), "a.md")


def test_ids_in_pieces_can_be_linked_to() -> None:
    pieces = Pieces()
    pieces.take_out(CARD, "a.md")
    assert pieces.anchors("a.md") == {"a_b"}


def test_a_piece_is_found_by_its_caption_and_its_code() -> None:
    assert searched(CARD).split() == ["It", "counts", "import", "os"]


def test_what_is_kept_out_of_the_search_stays_out() -> None:
    assert searched(f"<div data-search-exclude>{CARD}</div>") == ""


def test_links_that_say_the_same_on_every_page_are_not_searched() -> None:
    proof = '<a class="il-proof" href="#a" title="lost &gt; 0"><span>Evidence: </span>3 of 3</a>'
    used = '<span class="il-used">Used in <a href="../races/#term-lock">Races</a>.</span>'
    html = f'<p>It loses {proof}, as <a href="b">said</a>. {used}</p>'
    assert Pieces().for_search(html, "a.md") == '<p>It loses, as <a href="b">said</a>. </p>'


def test_the_built_search_finds_programs_and_not_their_outputs() -> None:
    site = made().root / "site"
    docs = json.loads((site / search.DOCS).read_text("utf-8"))
    texts = "".join(entry["text"] for entry in docs)
    html = (site / "first" / "index.html").read_text("utf-8")
    for card in HTMLParser(html).css(".il-card"):
        name = card.css_first("figcaption code")
        assert name is not None
        assert name.text() in texts
        where = card.css_first(".il-where")
        assert where is not None
        assert where.text() not in texts


def test_no_box_and_no_mark_of_the_search_is_published() -> None:
    for path in (made().root / "site").rglob("*.html"):
        html = path.read_text(encoding="utf-8")
        assert "il-piece" not in html, path
        assert 'data-search-exclude="' not in html, path
