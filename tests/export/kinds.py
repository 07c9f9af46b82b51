"""The questions of tests/samples/export: every kind, with signs that formats take for their own."""

from functools import cache

from scripts.book import Book
from scripts.export.question import Question, questions
from tests.conftest import SAMPLES

PAGES = SAMPLES / "export"
SITE = "http://127.0.0.1:8000"


@cache
def asked() -> list[Question]:
    """All of them, in the order of the pages."""
    return list(questions(Book(), PAGES))


def one(name: str) -> Question:
    """The question with this id, of which "kinds-" is left out."""
    return next(question for question in asked() if question.id == f"kinds-{name}")


def ids(*names: str) -> set[str]:
    """The same for ids."""
    return {f"kinds-{name}" for name in names}
