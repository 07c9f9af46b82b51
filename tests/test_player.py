"""scripts.player: a figure with the listing that its player lights."""

from selectolax.lexbor import LexborHTMLParser as HTMLParser

from scripts import draw
from scripts.card import anchor
from scripts.piece import plain
from scripts.player import playable, ranges, without_twins
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
    assert listing.text() + "\n" == program().shown
    assert listing.attributes["data-lines"] == ranges([n for n, _ in program().listing])


def test_line_numbers_in_few_words() -> None:
    assert ranges([3, 4, 5, 9, 11, 12]) == "3-5 9 11-12"
    assert ranges([]) == ""


def test_on_a_page_with_the_card_the_lines_stand_there_alone() -> None:
    played = plain(playable(figure(), program()))
    card = f'<figure class="il-card" id="{anchor(program().id)}">'
    assert without_twins([played]) == [played]
    assert without_twins([card.replace("program-", "program-other-"), played])[1] == played
    bare = HTMLParser(without_twins([played, card])[0])
    listing = bare.css_first(".il-figure__listing")
    assert listing is not None
    assert listing.text() == ""
    assert listing.attributes["data-card"] == anchor(program().id)


def test_all_else_of_the_figure_is_as_it_was() -> None:
    tree = HTMLParser(playable(figure(), program()))
    tree.css_first(".il-figure__listing").decompose()  # type: ignore[union-attr]
    html = tree.html or ""
    assert html.replace(' data-player=""', "") == HTMLParser(figure()).html
