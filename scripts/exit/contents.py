"""The contents of a built page: its programs, outputs, quizzes, figures and labs."""

from collections.abc import Callable
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser as HTMLParser
from selectolax.lexbor import LexborNode as Node


@dataclass(frozen=True)
class Thing:
    """One of them. name: what to call it; holds: all that has to be the same elsewhere."""

    kind: str
    name: str
    holds: str


def contents(html: str) -> list[Thing]:
    """All of a page, kind by kind, each kind in the order of the page."""
    tree = HTMLParser(html)
    return [
        Thing(kind, *read(node)) for kind, (css, read) in KINDS.items() for node in tree.css(css)
    ]


def _program(card: Node) -> tuple[str, str]:
    code = card.css_first(".il-code code")
    return _id(card), code.text() if code else ""


def _output(pre: Node) -> tuple[str, str]:
    text = pre.text()
    first = next((line.strip() for line in text.split("\n") if line.strip()), "nothing")
    return f"{first[:40]!r}", text


def _quiz(quiz: Node) -> tuple[str, str]:
    """Its words, and what is right: options, and answers that are typed."""
    right = [one.attributes.get("value") for one in quiz.css("[data-correct]")]
    typed = [one.attributes.get("data-accepted") for one in quiz.css("[data-accepted]")]
    given = [quiz.attributes.get(f"data-{name}") for name in ("kind", "version", "before", "goal")]
    return quiz.attributes.get("data-quiz") or _id(quiz), f"{given} {right} {typed} {_words(quiz)}"


def _words_of(node: Node) -> tuple[str, str]:
    shapes = [str(len(node.css(tag))) for tag in ("path", "rect", "line", "circle", "text")]
    return _id(node), f"{' '.join(shapes)} {_words(node)}"


def _id(node: Node) -> str:
    return node.attributes.get("id") or node.tag or ""


def _words(node: Node) -> str:
    return " ".join(node.text(separator=" ").split())


KINDS: dict[str, tuple[str, Callable[[Node], tuple[str, str]]]] = {
    "programs": ("figure.il-card", _program),
    "outputs": ("pre.il-output", _output),
    "quizzes": (".quiz", _quiz),
    "figures": ("figure.il-figure, figure.il-making", _words_of),
    "labs": ("interleaving-explorer, interleave-race, scheduler-lab", _words_of),
}
