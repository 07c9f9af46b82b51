"""A broken quiz: one that cannot be published, whatever its words are worth."""

import re
from collections.abc import Iterable, Iterator

from scripts.problem import Problem
from scripts.quiz.model import GOAL, KINDS, Quiz
from scripts.quiz.parse import wrong

ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
BEFORE = re.compile(r"\d+(?:<\d+)+(?: \d+(?:<\d+)+)*")
ATTRIBUTES = ("id", "kind", "concept", "hard", "before")


def broken(quiz: Quiz) -> Iterator[Problem]:
    """Why a quiz cannot be published; nothing where it can."""
    found = [*_of_tag(quiz)]
    yield from found or (_of_choice(quiz) if quiz.is_choice else _of_others(quiz))
    if not quiz.question.strip():
        yield wrong(quiz.place, quiz.line, "a question", "the quiz has none")


def twice(quizzes: Iterable[Quiz]) -> Iterator[Problem]:
    """The quizzes of a site whose id another one has."""
    seen: dict[str, Quiz] = {}
    for quiz in quizzes:
        other = seen.setdefault(quiz.id, quiz)
        if other is not quiz:
            seen_at = f"{quiz.id!r} again; it belongs to {other.place}:{other.line}"
            yield wrong(quiz.place, quiz.line, "an id that no other quiz has", seen_at)


def _of_tag(quiz: Quiz) -> Iterator[Problem]:
    def found(expected: str, seen: str) -> Problem:
        return wrong(quiz.place, quiz.line, expected, seen)

    for name in quiz.attributes:
        if name not in ATTRIBUTES:
            yield found(f"attributes among {', '.join(ATTRIBUTES)}", f"{name!r}")
    if not ID.fullmatch(quiz.id):
        seen = f"id={quiz.id!r}" if quiz.id else "the quiz has no id"
        yield found('<quiz id="…">, of small letters, digits and hyphens', seen)
    said = quiz.attributes.get("kind")
    if said is not None and said not in KINDS:
        yield found(f"a kind among {', '.join(KINDS)}", f"kind={said!r}")
    if "before" in quiz.attributes and said != "order":
        yield found('before= with kind="order" alone', f"kind={said!r}")
    elif "before" in quiz.attributes and not _can_be(quiz):
        expected = 'places that can all be kept to, such as before="1<2 1<3"'
        yield found(expected, f"before={quiz.attributes['before']!r}")


def _can_be(quiz: Quiz) -> bool:
    """Whether the order as written keeps to `before`: then it has no circle."""
    if not BEFORE.fullmatch(quiz.attributes["before"]):
        return False
    return all(0 < one < other <= len(quiz.options) for one, other in quiz.before)


def _of_choice(quiz: Quiz) -> Iterator[Problem]:
    right = sum(option.right for option in quiz.options)
    if len(quiz.options) < 2:
        seen = f"the quiz has {len(quiz.options)}"
        yield wrong(quiz.place, quiz.line, "two options or more", seen)
    elif right == 0:
        expected = "a right option, - [x]"
        yield wrong(quiz.place, quiz.line, expected, "none of its options is right")
    elif quiz.kind == "single" and right > 1:
        expected = "one right option in a single choice"
        yield wrong(quiz.place, quiz.line, expected, f"{right} are right")
    elif quiz.kind == "order" and right < len(quiz.options):
        expected = "- [x] before every step of an order"
        yield wrong(quiz.place, quiz.line, expected, f"{len(quiz.options) - right} without")
    yield from _duplicates(quiz)


def _of_others(quiz: Quiz) -> Iterator[Problem]:
    for option in quiz.options:
        if option.right:
            expected = f"nothing but wrong answers, - [ ], in kind={quiz.kind!r}"
            yield wrong(quiz.place, option.line, expected, f"- [x] {option.text}")
    if quiz.kind == "schedule":
        goals = len(GOAL.findall(quiz.question))
        if goals != 1:
            expected = "one {{ explorer(…, goal=…) }} in its question"
            yield wrong(quiz.place, quiz.line, expected, f"it has {goals}")
    elif not all(blank.accepted for blank in quiz.blanks) or not quiz.blanks:
        yield wrong(quiz.place, quiz.line, "a [[blank]] with what is right", "there is none")
    elif quiz.kind == "predict" and len(quiz.blanks) > 1:
        seen = f"it has {len(quiz.blanks)}"
        yield wrong(quiz.place, quiz.line, "one [[blank]] for the output", seen)
    yield from _duplicates(quiz)


def _duplicates(quiz: Quiz) -> Iterator[Problem]:
    texts = [option.text for option in quiz.options]
    for i, option in enumerate(quiz.options):
        if option.text in texts[:i]:
            yield wrong(quiz.place, option.line, "each option once", f"{option.text!r} again")
