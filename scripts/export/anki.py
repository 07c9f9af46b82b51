"""Anki: a text file that it imports, a card for each question."""

import csv
import io
import re
from collections.abc import Sequence
from html import escape

from scripts.export.question import GAP, Choice, Question

HEAD = """\
#separator:tab
#html:true
#guid column:1
#notetype:Basic
#deck column:2
#tags column:5
"""
GAP_SHOWN = "<b>[…]</b>"


def anki(questions: Sequence[Question]) -> tuple[str, list[str]]:
    """The whole file, and a sentence for each question that it cannot hold."""
    rows = io.StringIO()
    writer = csv.writer(rows, dialect="excel-tab", lineterminator="\n")
    left = []
    for question in questions:
        if question.quiz.kind == "schedule":
            left.append(question.left_out("a card has no explorer."))
            continue
        deck = f"{question.book}::{question.chapter}"
        fields = [question.id, deck, _front(question), _back(question), _tags(question)]
        writer.writerow([_one_line(field) for field in fields])
    return HEAD + rows.getvalue(), left


def _one_line(html: str) -> str:
    """Line ends stay where they are seen: in the middle of code and outputs."""
    return re.sub(r">\n+<(?!/)", "><", html).replace("\n", "<br>")


def _front(question: Question) -> str:
    """The question and, where one chooses, what there is to choose from."""
    stem = GAP.sub(GAP_SHOWN, question.stem)
    if question.quiz.kind == "order":
        return stem + _listed("ul", [choice.text for choice in question.steps])
    if question.quiz.is_choice:
        return stem + _listed('ol type="A"', [choice.text for choice in question.choices])
    return stem


def _back(question: Question) -> str:
    """What is right, what is to be said of each option, and why."""
    return f"{_right(question)}{question.explanation}{question.source}"


def _right(question: Question) -> str:
    if question.accepted:
        texts = [" or ".join(escape(one.text) for one in blank) for blank in question.accepted]
        return "".join(f"<p><b>{text}</b></p>" for text in texts) + _expected(question)
    if question.quiz.kind == "order":
        return _listed("ol", [f"{choice.text}{_why(choice)}" for choice in question.choices])
    marked = [
        f"<b>{'✓' if one.right else '✗'}</b> {one.text}{_why(one)}" for one in question.choices
    ]
    return _listed('ol type="A"', marked)


def _expected(question: Question) -> str:
    """Wrong answers that one expects, and what is to be said of them."""
    named = [f"✗ {one.label}{_why(one)}" for one in question.choices]
    return _listed("ul", named) if named else ""


def _why(choice: Choice) -> str:
    return f"<br>{choice.why}" if choice.why else ""


def _listed(tag: str, items: Sequence[str]) -> str:
    inside = "".join(f"<li>{item}</li>" for item in items)
    return f"<{tag}>{inside}</{tag.split()[0]}>"


def _tags(question: Question) -> str:
    """Anki's tags have no blanks in them."""
    words = [question.chapter, question.quiz.concept, "hard" if question.quiz.hard else ""]
    return " ".join(re.sub(r"\W+", "-", word).strip("-") for word in words if word)
