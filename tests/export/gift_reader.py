"""A small Moodle: it reads GIFT by the rules of Moodle's own import."""

import re
from dataclasses import dataclass

# Escaped signs are put aside first, and come back last.
ASIDE = {f"\\{sign}": chr(0xE100 + at) for at, sign in enumerate(":#={}~n")}
BACK = {chr(0xE100 + at): sign for at, sign in enumerate(":#={}~\n")}
WEIGHT = re.compile(r"%(-?[0-9]{1,2}\.?[0-9]*)%")


@dataclass(frozen=True)
class Answer:
    """An answer with its share of the points, in percent, and what is said of it."""

    text: str
    weight: float
    feedback: str


@dataclass(frozen=True)
class Read:
    """A question as Moodle would hold it."""

    name: str
    comment: str
    kind: str
    text: str
    answers: list[Answer]
    general: str


def read(gift: str) -> list[Read]:
    """Every question of a file."""
    blocks = [block for block in re.split(r"\n\s*\n", gift) if block.strip()]
    found = []
    for block in blocks:
        lines = block.split("\n")
        text = "\n".join(line for line in lines if not line.strip().startswith("//")).strip()
        comment = "\n".join(line for line in lines if line.strip().startswith("//"))
        if text and not text.startswith("$CATEGORY:"):
            found.append(_question(_aside(text), comment))
    return found


def _question(text: str, comment: str) -> Read:
    assert text.startswith("::")
    name, text = text[2:].split("::", 1)
    start, end = text.index("{"), text.index("}")
    assert text[end + 1 :].strip() == ""
    inside, _, general = text[start + 1 : end].strip().rpartition("####")
    kind = _kind(inside.strip())
    stem = text[:start].strip().removeprefix("[html]")
    answers = _answers(kind, inside.strip())
    return Read(_back(name), comment, kind, _back(stem), answers, _back(general.strip()))


def _kind(inside: str) -> str:
    if inside.startswith("#"):
        return "numerical"
    if "~" in inside:
        return "multichoice" if "=" in inside else "multichoice, several"
    return "match" if "=" in inside and "->" in inside else "shortanswer"


def _answers(kind: str, inside: str) -> list[Answer]:
    parts = re.split(r"(?=[=~])", inside.removeprefix("#").strip())
    return [_answer(part.strip()) for part in parts if part.strip()]


def _answer(part: str) -> Answer:
    sign, rest = part[0], part[1:]
    weight = WEIGHT.match(rest)
    rest = rest[weight.end() :] if weight else rest
    share = float(weight[1]) if weight else (100.0 if sign == "=" else 0.0)
    text, _, feedback = rest.partition("#")
    return Answer(_back(text.strip()), share, _back(feedback.strip()))


def _aside(text: str) -> str:
    text = text.replace("\\\\", "\ue200")
    for escaped, sign in ASIDE.items():
        text = text.replace(escaped, sign)
    return text.replace("\ue200", "\\")


def _back(text: str) -> str:
    for sign, character in BACK.items():
        text = text.replace(sign, character)
    return text
