"""scripts.player: a figure with the listing that its player lights."""

from selectolax.lexbor import LexborHTMLParser as HTMLParser

from scripts import draw
from scripts.player import playable
from tests.draw.telling import sample
from tests.seat_samples import program


def figure() -> str:
    return draw.html(draw.VIEWS["sequence"](sample("deposit")))


def test_the_figure_gets_a_hidden_listing_and_stays_one_line() -> None:
    html = playable(figure(), program())
    assert not set("\n*_`") & set(html)
    tree = HTMLParser(html)
    listing = tree.css_first("figure[data-player].il-figure > .il-figure__listing[hidden]")
    assert listing is not None
    shown = [
        (int(one.attributes["data-line"] or 0), one.text()) for one in listing.css("[data-line]")
    ]
    assert shown == program().listing


def test_all_else_of_the_figure_is_as_it_was() -> None:
    tree = HTMLParser(playable(figure(), program()))
    tree.css_first(".il-figure__listing").decompose()  # type: ignore[union-attr]
    html = tree.html or ""
    assert html.replace(' data-player=""', "") == HTMLParser(figure()).html
