"""The HTML of a quiz: all of it can be read without scripts; quiz.js brings it to life."""

import hashlib
import json
import re
from collections.abc import Callable
from dataclasses import asdict, dataclass
from html import escape, unescape
from typing import Any

from scripts.quiz.blank import BLANK, Blank
from scripts.quiz.model import Option, Quiz
from scripts.template import templates

Fragment = Callable[[str], str]

FIRST = re.compile(r"\A\s*<p>(?P<words>.*?)</p>", re.DOTALL)
ALONE = re.compile(r"<p>\s*(\ue000\d+\ue001)\s*</p>")
PLACE = re.compile("\ue000(?P<number>[0-9]+)\ue001")


@dataclass(frozen=True)
class Shown:
    """An option in HTML. plain: its text without any; source: as it was written."""

    name: str
    text: str
    plain: str
    source: str
    right: bool
    why: str


def render(quiz: Quiz, fragment: Fragment) -> str:
    """The whole quiz. fragment: makes HTML of a piece of Markdown, as mkdocs-quiz does."""
    options = [_shown(option, fragment) for option in quiz.options]
    legend, question = _question(quiz, fragment)
    whole: str = templates.get_template("quiz.html").render(
        quiz=quiz,
        legend=legend,
        question=question,
        options=options,
        shuffled=shuffled(quiz, options),
        before=_before(quiz),
        answers=[] if quiz.kind == "predict" else _answers(quiz),
        outputs=[one.text for one in quiz.blanks[0].accepted] if quiz.kind == "predict" else [],
        explanation=fragment(quiz.explanation),
    )
    return whole


def shuffled(quiz: Quiz, options: list[Shown]) -> list[Shown]:
    """The steps in the same wrong order on every build."""
    mixed = sorted(options, key=lambda one: hashlib.sha256((quiz.id + one.name).encode()).digest())
    places = {option.name: place for place, option in enumerate(mixed)}
    names = [option.name for option in quiz.options]
    kept = all(places[names[one - 1]] < places[names[other - 1]] for one, other in quiz.before)
    return mixed[::-1] if kept else mixed


def _shown(option: Option, fragment: Fragment) -> Shown:
    text = inline(fragment(option.text))
    why = inline(fragment(option.feedback)) if option.feedback else ""
    return Shown(option.name, text, words(text), option.text, option.right, why)


def inline(html: str) -> str:
    """A single paragraph without its tags; anything longer as it is."""
    html = html.strip()
    single = html.startswith("<p>") and html.count("<p>") == 1 and html.endswith("</p>")
    return html[3:-4] if single else html


def words(html: str) -> str:
    """HTML as a screen reader says it in one breath."""
    return " ".join(unescape(re.sub(r"<[^<>]*>", "", html)).split())


def _question(quiz: Quiz, fragment: Fragment) -> tuple[str, str]:
    """The legend and what stands below it, or all of a question with blanks."""
    numbers = iter(range(len(quiz.blanks)))
    source = quiz.question
    if quiz.blanks:
        source = BLANK.sub(lambda _: f"\ue000{next(numbers)}\ue001", source)
    html = fragment(source)
    if not quiz.is_choice:
        html = ALONE.sub(r"\1", html)
        return "", PLACE.sub(lambda place: _input(quiz, int(place["number"])), html)
    first = FIRST.match(html)
    return (first["words"], html[first.end() :].strip()) if first else ("", html)


def _input(quiz: Quiz, number: int) -> str:
    """Where the reader types, and the unit behind it."""
    blank = quiz.blanks[number]
    several = len(quiz.blanks) > 1
    label = f"Blank {number + 1} of {len(quiz.blanks)}" if several else "Your answer"
    given: dict[str, Any] = {
        "class": "quiz-blank",
        "name": f"{quiz.id}-{number}",
        "aria-label": label,
        "aria-describedby": f"{quiz.id}-question",
        "data-accepted": _accepted(blank),
        "autocomplete": "off",
        "autocapitalize": "off",
        "spellcheck": "false",
    }
    lines = max(one.text.count("\n") for one in blank.accepted) + 1
    if quiz.kind == "predict" and lines > 1:
        return f"<textarea {_attributes({**given, 'rows': min(lines, 12)})}></textarea>"
    size = 40 if quiz.kind == "predict" else max(6, len(blank.accepted[0].text) + 3)
    unit = blank.accepted[0].unit
    after = f' <span class="quiz-unit">{escape(unit)}</span>' if unit else ""
    return f"<input type='text' {_attributes({**given, 'size': min(size, 40)})}>{after}"


def _accepted(blank: Blank) -> str:
    """For the script: the texts, and the numbers with tolerance and unit."""
    found = [asdict(one) for one in blank.accepted]
    return json.dumps([{k: v for k, v in one.items() if v not in (None, "")} for one in found])


def _answers(quiz: Quiz) -> list[str]:
    """For each blank what is right there."""
    found = []
    for number, blank in enumerate(quiz.blanks, 1):
        name = f"Blank {number}" if len(quiz.blanks) > 1 else "Answer"
        texts = " or ".join(f"<b>{escape(one.text)}</b>" for one in blank.accepted)
        found.append(f"{name}: {texts}")
    return found


def _before(quiz: Quiz) -> str:
    """For the script: pairs of steps, the first of which must come first."""
    names = [option.name for option in quiz.options]
    return (
        json.dumps([[names[one - 1], names[other - 1]] for one, other in quiz.before])
        if quiz.before
        else ""
    )


def _attributes(given: dict[str, Any]) -> str:
    return " ".join(f'{name}="{escape(str(value))}"' for name, value in given.items())
