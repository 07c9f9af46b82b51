"""Quizzes in the built HTML: what a reader would see, or not see, of a mistake."""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser as HTMLParser
from selectolax.lexbor import LexborNode as Node

# What stands in for a quiz or a blank while a page is made: mkdocs-quiz's own, and ours.
PLACEHOLDER = re.compile(
    r"<!-- (?:MKDOCS_QUIZ_PLACEHOLDER_|interleave-quiz )\d+ -->|<!--BLANK_PLACEHOLDER_\d+-->"
)
COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
# An option that came out as text, at the start of a line.
BOX = re.compile(r"(?:^|\n)\s*(?:[-*+]|[0-9]+[.)])?\s*(\[\s*[xX]?\s*\][^\n(]*)")
FENCE = "```"
REFERENCE = re.compile(r"\[\^[^\]]+\]|\]\[[^\]]*\]")
NO_PLACE = {
    "h1[id], h2[id], h3[id], h4[id], h5[id], h6[id]": "a heading",
    ".tabbed-set": "a set of tabs",
}

Said = Iterator[tuple[str, str]]


def said(html: str) -> Said:
    """What is expected and seen, for everything that is wrong with a page's quizzes."""
    tree = HTMLParser(html)
    yield from _of_leaks(html, tree)
    for quiz in tree.css(".quiz"):
        question = (quiz.css_first(".quiz-question") or quiz).text()
        name = " ".join(question.split())[:60]
        for expected, seen in _of_quiz(quiz):
            yield expected, f"{seen}, in the quiz {name!r}"


def _of_leaks(html: str, tree: HTMLParser) -> Said:
    """Sources and keys that came into the page, and what stands in for a lost quiz."""
    for comment in COMMENT.findall(html):
        if "mkdocs-quiz-source" in comment:
            yield "no source of a quiz in the page", "its key, in a comment"
        elif 'class="quiz' in comment:
            yield "no quiz in a comment", "a whole one, with its key"
    for node in tree.css("quiz"):
        words = " ".join(_without_code(node).split())[:60]
        yield "every quiz rendered", f"a <quiz> that was left as it is: {words!r}"
    for node in tree.css("code"):
        match = PLACEHOLDER.search(node.text())
        if match and (node.parent is None or node.parent.tag != "code"):
            yield "a quiz or a blank outside of code", match[0]
    if "mkdocsQuizConfig" in html:
        yield "no script of mkdocs-quiz: ours takes its place", "quiz: enabled in the front matter"
    body = _without_code(tree.body) if tree.body else ""
    if re.search(r"^\s*-->", body, re.MULTILINE):
        yield "no end of a comment in the text", "-->"


def _of_quiz(quiz: Node) -> Said:
    for css, what in NO_PLACE.items():
        if quiz.css(css):
            yield "a quiz without headings and tabs", what
    text = _without_code(quiz)
    box, reference = BOX.search(text), REFERENCE.search(text)
    if box:
        yield "every option with a button of its own", f"{box[1].strip()!r} as text"
    if FENCE in text:
        yield "every piece of code whole", f"{FENCE!r} as text"
    if reference:
        yield "every link and note resolved", repr(reference[0])
    yield from _of_inputs(quiz)


def _of_inputs(quiz: Node) -> Said:
    """A question must have something to answer with, and no two options the same."""
    labels = [" ".join(label.text().split()) for label in quiz.css("fieldset label")]
    typed = quiz.attributes.get("data-kind") in ("typed", "predict")
    typed = typed or "quiz-fill-blank" in (quiz.attributes.get("class") or "")
    if typed and not quiz.css(".quiz-blank, .quiz-blank-input"):
        yield "a blank to fill in", "none"
    if len(labels) == 1:
        yield "several options", "one"
    for label in sorted({one for one in labels if labels.count(one) > 1}):
        yield "each option once", f"{label!r} twice"


def _without_code(node: Node) -> str:
    """The text of a node, without code, scripts and styles; the node stays as it is."""
    copy = HTMLParser(node.html or "")
    for other in copy.css("pre, code, script, style, template, interleaving-explorer"):
        other.decompose()
    return copy.body.text(separator="\n") if copy.body else ""
