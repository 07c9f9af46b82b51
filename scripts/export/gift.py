"""GIFT: Moodle's text format for questions."""

import re
from collections.abc import Iterator, Sequence

from scripts.export.question import GAP, Choice, Question
from scripts.quiz import Accepted

SPECIAL = re.compile(r"[\\~=#{}:]")
NOTE = re.compile(r"[\[\]\n]")
GAP_SHOWN = "_____"


def gift(questions: Sequence[Question]) -> tuple[str, list[str]]:
    """The whole file, and a sentence for each question that it cannot hold."""
    parts: list[str] = []
    left: list[str] = []
    chapter = ""
    for question in questions:
        reason = _cannot(question)
        if reason:
            left.append(question.left_out(reason))
            continue
        if question.chapter != chapter:
            chapter = question.chapter
            parts.append(f"$CATEGORY: {question.book}/{chapter}\n")
        parts.append(_written(question))
    told = "".join(f"// Not in this file: {one}\n" for one in left)
    return "\n".join([*parts, told]) if told else "\n".join(parts), left


def escaped(text: str) -> str:
    """A text in which nothing is taken for GIFT's own signs; line ends become its \\n."""
    return SPECIAL.sub(r"\\\g<0>", text).replace("\n", "\\n")


def _cannot(question: Question) -> str:
    """Why GIFT cannot hold it; "" where it can."""
    kind = question.quiz.kind
    if kind == "schedule":
        return "GIFT has no explorer."
    if kind == "order" and question.quiz.before != _chain(question):
        return "GIFT holds one order, and several are right."
    if len(question.accepted) > 1:
        return "GIFT holds one blank."
    texts = [one.text for blank in question.accepted for one in blank]
    if any("\n" in text for text in texts):
        return "an answer in GIFT has one line."
    if any("->" in text for text in texts):
        return "GIFT takes an answer with -> for a pair."
    mixed = any(one.within for blank in question.accepted for one in blank)
    if mixed and not _is_number(question):
        return "GIFT holds numbers with a tolerance or texts, not both."
    return ""


def _chain(question: Question) -> list[tuple[int, int]]:
    return [(i, i + 1) for i in range(1, len(question.choices))]


def _written(question: Question) -> str:
    """Id and concept for Moodle, the name, the question, and the answers in braces."""
    tags = f" [tag:{NOTE.sub(' ', question.quiz.concept)}]" if question.quiz.concept else ""
    stem = escaped(GAP.sub(GAP_SHOWN, question.stem) + _unit(question))
    answers = "".join(f"\t{line}\n" for line in _answers(question))
    whys = question.whys if question.quiz.kind == "order" else ""
    why = f"\t####{escaped(whys + question.explanation + question.source)}\n"
    head = f"// [id:{question.id}]{tags}\n::{escaped(question.id)}::[html]{stem}"
    opening = "{#" if _is_number(question) else "{"
    return f"{head}{opening}\n{answers}{why}}}\n"


def _answers(question: Question) -> Iterator[str]:
    if question.quiz.kind == "order":
        for place, choice in enumerate(question.choices, 1):
            yield f"={escaped(choice.text)} -> {place}"
    elif question.accepted:
        yield from _typed(question)
    else:
        yield from _choices(question)


def _choices(question: Question) -> Iterator[str]:
    """One right option, or shares of the whole: a wrong one takes all of it back."""
    right = sum(choice.right for choice in question.choices)
    boxes = question.quiz.kind != "single"
    for choice in question.choices:
        if boxes:
            mark = f"~%{100 / right:.7g}%" if choice.right else "~%-100%"
        else:
            mark = "=" if choice.right else "~"
        yield f"{mark}{escaped(choice.text)}{_why(choice)}"


def _typed(question: Question) -> Iterator[str]:
    """What is right, what one expects to be typed wrongly, and last what is said of all else."""
    numbers = _is_number(question)
    for one in question.accepted[0]:
        yield f"={_number(one) if numbers else _literal(one.text)}"
    for choice in sorted(question.choices, key=lambda one: one.source.text == "*"):
        if choice.source.text != "*":
            yield f"=%0%{_literal(choice.source.text)}{_why(choice)}"
        else:
            yield f"{'~' if numbers else '=%0%*'}{_why(choice)}"


def _literal(text: str) -> str:
    """A short answer in which * is no wildcard of Moodle's."""
    return escaped(text.replace("*", r"\*"))


def _number(one: Accepted) -> str:
    return f"{one.number:.12g}:{one.within:.12g}"


def _is_number(question: Question) -> bool:
    """Whether its one blank takes numbers alone."""
    return len(question.accepted) == 1 and all(
        one.number is not None for one in question.accepted[0]
    )


def _unit(question: Question) -> str:
    """The unit, said with the question: Moodle's short numbers have none."""
    units = {one.unit for blank in question.accepted for one in blank if one.unit}
    return f"<p>(in {', '.join(sorted(units))})</p>" if units else ""


def _why(choice: Choice) -> str:
    return f"#{escaped(choice.why)}" if choice.why else ""
