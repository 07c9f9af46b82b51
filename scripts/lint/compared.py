"""A quiz as its author wrote it, compared with what stands in the page."""

import re
from collections.abc import Iterator
from html import unescape

from selectolax.lexbor import LexborNode as Node

from scripts.quiz import Quiz

# What of an author's lines is not for the reader: fences and includes; tags, addresses,
# attributes and the languages of code.
UNSEEN = re.compile(r"^\s*(?:`{3,}|~{3,}|-+8<-+)")
MARKUP = re.compile(r"</?[a-zA-Z][^<>]*>|(?<=\])\([^()]*\)|\{:?\s*[.#][^{}]*\}|#!\w+")
TAGS = re.compile(r"<[^<>]*>")
WORD = re.compile(r"[^\W_]{3,}")


def said(quiz: Quiz, node: Node) -> Iterator[tuple[str, str]]:
    """What is expected and seen where the page has other options, or lost some words."""
    keys = ["data-correct" in option.attributes for option in node.css(".quiz-option input")]
    chosen = quiz.is_choice and quiz.kind != "order"
    wanted = [option.right for option in quiz.options] if chosen else []
    if keys != wanted:
        seen = f"{len(keys)} options, right ones {_right(keys)}"
        yield f"{len(wanted)} options, right ones {_right(wanted)}", seen
    steps = len(quiz.options) if quiz.kind == "order" else 0
    counts = {"steps": (".quiz-step", steps), "blanks": (".quiz-blank", len(quiz.blanks))}
    for what, (css, count) in counts.items():
        if len(node.css(css)) != count:
            yield f"{count} {what}", f"{len(node.css(css))} in the page"
    missing = lost(quiz, node)
    if missing and keys == wanted:
        yield "all that the author wrote", f"nowhere in the page: {', '.join(missing[:9])}"


def lost(quiz: Quiz, node: Node) -> list[str]:
    """Words that the author wrote between the tags and that are nowhere in the HTML."""
    html = unescape(node.html or "")
    shown = {*WORD.findall(html), *WORD.findall(TAGS.sub("", html))}
    written = "\n".join(line for line in quiz.lines if not UNSEEN.match(line))
    words = WORD.findall(unescape(MARKUP.sub(" ", written)))
    return list(dict.fromkeys(word for word in words if word not in shown))


def _right(keys: list[bool]) -> str:
    return ", ".join(str(i + 1) for i, right in enumerate(keys) if right) or "none"
