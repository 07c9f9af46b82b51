"""How long a verdict takes, measured on a page."""

from scripts.bench import feedback
from tests.book_samples import made


def test_every_question_there_is_is_answered_and_timed() -> None:
    site = made().root / "site"
    pages = [path.read_text(encoding="utf-8") for path in site.rglob("index.html")]
    questions = [quiz for html in pages for quiz in feedback._quizzes(html)]
    measured = feedback.waits(site, 30)
    assert len(measured) == len(questions) > 5
    assert all(0 < wait < 60_000 for wait in measured)
