"""Markdown for mkdocs-quiz's own runner in the terminal, a file for each chapter.

The runner reads Markdown as it stands: macros, attributes and HTML mean nothing
to it. It drops what looks like a tag, and what looks like a style of rich in an
option or its feedback vanishes.
"""

import re
from collections.abc import Callable, Sequence
from html import escape, unescape
from itertools import groupby

from scripts.export.question import Choice, Question
from scripts.quiz.blank import BLANK

OUTPUT = re.compile(
    r"<pre[^<>]*>\s*(?:<(?:samp|code)>)?(.*?)(?:</(?:samp|code)>)?\s*</pre>", re.DOTALL
)
TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
ATTRIBUTES = re.compile(r"\{:?\s*[.#][^{}]*\}")
LINK = re.compile(r"(!?)\[(?P<text>[^\[\]]+)\]\((?P<address>[^()\s]+)(?:\s+\"[^\"]*\")?\)")
CODE = re.compile(
    r"^ *(`{3,}|~{3,}).*?^ *\1[`~]* *$|(?<!`)(`+)(?!`).+?(?<!`)\2(?!`)", re.M | re.DOTALL
)
# What rich would take for a style, and what the plugin would take for a blank.
STYLE, DOUBLE = re.compile(r"\[(?=[a-z#/@])"), re.compile(r"\[(?=\[)")
WORD_JOINER = "\u2060"


def terminal(questions: Sequence[Question]) -> tuple[dict[str, str], list[str]]:
    """By name the files, and a sentence for each question that they cannot hold."""
    files = {}
    for chapter, some in groupby(questions, lambda one: one.chapter):
        files[f"{chapter}.md"] = "\n".join([f"# {chapter}\n", *map(_written, some)])
    return files, [one.left_out(reason) for one in questions if (reason := cannot(one))]


def cannot(question: Question) -> str:
    """Why the runner cannot ask it; "" where it can."""
    if question.quiz.kind in ("order", "schedule"):
        return f"the runner has no kind {question.quiz.kind}."
    for accepted in question.accepted:
        if len(accepted) > 1 or accepted[0].within or accepted[0].unit:
            return "the runner takes one text for a blank, and more than one is right."
        if "\n" in accepted[0].text or "]" in accepted[0].text:
            return "the runner reads an answer from one line, without brackets."
    return ""


def _written(question: Question) -> str:
    reason = cannot(question)
    if reason:
        return f"Not here, {question.left_out(reason)}\n"
    asked = _filled_in(question) if question.accepted else _chosen(question)
    explanation = _markdown(question.quiz.explanation, question).strip()
    return f"<quiz>\n{asked}\n{explanation}\n\n{question.url}\n</quiz>\n"


def _filled_in(question: Question) -> str:
    """A question with its blanks, and the line that ends it."""
    first, *others = BLANK.split(question.quiz.question)
    stem = _markdown(first, question)
    for accepted, after in zip(question.accepted, others[1::2], strict=True):
        stem += f"[[{accepted[0].text}]]{_markdown(after, question)}"
    return f"{stem.strip()}\n\n---"


def _chosen(question: Question) -> str:
    """A question with its options."""
    stem = _markdown(question.quiz.question, question).strip()
    options = "\n".join(_option(choice, question) for choice in question.choices)
    return f"{stem}\n\n{options}\n"


def _option(choice: Choice, question: Question) -> str:
    mark = "x" if choice.right else " "
    lines = [f"- [{mark}] {_line(choice.source.text, question)}"]
    lines += [f"> {_line(line, question)}" for line in choice.source.feedback.split("\n") if line]
    return "\n".join(lines)


def _markdown(text: str, question: Question) -> str:
    """Markdown without HTML, with whole addresses."""
    text = OUTPUT.sub(lambda one: f"\n\n```text\n{unescape(TAG.sub('', one[1]))}\n```\n\n", text)

    def prose(part: str) -> str:
        part = ATTRIBUTES.sub("", TAG.sub("", part))
        return LINK.sub(
            lambda one: f"{one[1]}[{one['text']}]({question.address(one['address'])})", part
        )

    return _shielded(_outside_code(text, prose))


def _line(text: str, question: Question) -> str:
    """One line, which the runner shows as it stands: no links, and no style of rich's."""

    def prose(part: str) -> str:
        part = unescape(ATTRIBUTES.sub("", TAG.sub("", part)))
        return LINK.sub(lambda one: f"{one['text']} ({question.address(one['address'])})", part)

    shown = _shielded(_outside_code(text, prose))
    return STYLE.sub(f"[{WORD_JOINER}", shown)


def _outside_code(text: str, change: Callable[[str], str]) -> str:
    """The text with everything changed that is no code."""
    found, done = "", 0
    for code in CODE.finditer(text):
        found += change(text[done : code.start()]) + code[0]
        done = code.end()
    return found + change(text[done:])


def _shielded(text: str) -> str:
    """The runner drops tags and reads entities, once; and no text may hold a blank."""
    return DOUBLE.sub(f"[{WORD_JOINER}", escape(text, quote=False))
