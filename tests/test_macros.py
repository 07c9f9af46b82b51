"""scripts.macros: what they give, and how a page that they refuse is told of it."""

import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import SimpleNamespace

import pytest
from selectolax.lexbor import LexborHTMLParser as HTMLParser
from selectolax.lexbor import LexborNode as Node

from scripts import page, recording, sources
from scripts.book import Book
from scripts.called.place import Place
from scripts.macros import define_env
from scripts.macros import macros as called
from scripts.problem import Problem
from tests.book_samples import ABSENT, HERE, change, copied, line_of, made, mkdocs, recorded


def macros(url: str = "first/") -> SimpleNamespace:
    """The macros of the tiny book on the page with this address."""
    book = made()
    return SimpleNamespace(
        **called(Place(book, "https://example.org/", lambda: url, page.homes(book.docs)))
    )


def link(html: str) -> Node:
    """The one link in a macro's result."""
    node = HTMLParser(html).css_first("a")
    assert node is not None
    return node


# What they give


def test_a_fact_is_its_value_with_thousands_parted() -> None:
    assert link(macros().fact("first/counts", "counted")).text() == "12,000"


def test_a_fact_that_is_a_word_is_the_word() -> None:
    assert link(macros().fact("first/versions", "word", on=HERE)).text() == "hello"


def test_a_fact_tells_its_program_interpreter_and_day() -> None:
    title = link(macros().fact("first/versions", "word", on=ABSENT)).attributes["title"]
    assert title == f"word of first/versions, CPython {ABSENT}.0, 2031-02-03"


def test_evidence_on_the_same_page_is_an_anchor() -> None:
    html = macros("first/").fact("first/counts", "counted")
    assert link(html).attributes["href"] == "#program-first-counts"


def test_evidence_on_another_page_is_a_relative_address() -> None:
    html = macros("texts/").fact("first/counts", "counted")
    assert link(html).attributes["href"] == "../first/#program-first-counts"


def test_evidence_of_a_program_without_a_card_is_the_file() -> None:
    book = made()
    lonely = SimpleNamespace(**called(Place(book, "/", lambda: "texts/", {})))
    html = lonely.fact("first/counts", "counted")
    assert link(html).attributes["href"] == "../programs/first/counts.py"


def test_an_output_is_the_text_in_a_box_that_the_keyboard_can_scroll() -> None:
    node = HTMLParser(macros().output("first/counts")).css_first("pre.il-output[tabindex='0']")
    assert node is not None
    assert node.text() == "counted 12000\n"


def test_an_output_is_the_one_of_the_interpreter_that_is_named() -> None:
    assert "says hello from elsewhere" in macros().output("first/versions", on=ABSENT)


def test_a_proof_says_in_how_many_runs_it_held() -> None:
    proof = link(macros().proof("first/counts", "counted == 12000"))
    assert proof.text() == "Evidence: it held in 2 of 2 runs"


def test_a_proof_over_all_interpreters_counts_the_runs_of_all() -> None:
    assert "2 of 2 runs" in macros().proof("first/versions", "word == 'hello'")


def test_a_proof_on_one_interpreter_counts_its_runs_alone() -> None:
    proof = link(macros().proof("first/versions", "word == 'hello'", on=ABSENT))
    assert proof.text() == "Evidence: it held in 1 of 1 runs"
    assert ABSENT in (proof.attributes["title"] or "")


def test_a_proof_may_compare_interpreters() -> None:
    expression = f'on["{HERE}"].word == on["{ABSENT}"].word'
    assert "1 of 1 runs" in macros().proof("first/versions", expression)


@pytest.mark.parametrize(("expression", "mark"), [("counted == 12000", "x"), ("counted < 0", " ")])
def test_a_key_is_an_x_where_all_runs_agree_and_a_blank_where_none_does(
    expression: str, mark: str
) -> None:
    assert macros().key("first/counts", expression) == mark


def test_a_key_with_sometimes_asks_for_one_run_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    runs = [{"counted": 0}, {"counted": 1}]
    monkeypatch.setattr(recording.Recording, "names", lambda _: runs)
    assert macros().key("first/counts", "sometimes: counted > 0") == "x"
    assert macros().key("first/counts", "sometimes: counted > 1") == " "
    with pytest.raises(Problem, match="it held in 1 of 2 runs"):
        macros().key("first/counts", "counted > 0")


def test_a_program_to_predict_keeps_its_output_back() -> None:
    card = HTMLParser(macros().program("first/counts", predict=True))
    assert card.css_first("details.il-reveal samp") is not None


def test_a_program_shows_its_output_at_once_unless_it_is_to_predict() -> None:
    card = HTMLParser(macros().program("first/counts"))
    assert card.css_first("samp") is not None
    assert card.css_first("details samp") is None


def test_mkdocs_macros_gets_all_under_their_names() -> None:
    book, given = made(), {}
    env = SimpleNamespace(
        conf={
            "config_file_path": str(book.root / "mkdocs.yml"),
            "docs_dir": str(book.docs),
            "site_url": "https://example.org/",
            "repo_url": "https://github.com/someone/book",
        },
        variables={"page": SimpleNamespace(url="texts/")},
        macro=lambda function, name: given.update({name: function}),
    )
    define_env(env)
    assert sorted(given) == sorted(called(Place(book, "/", str, {})))
    assert 'href="../first/#program-first-counts"' in given["fact"]("first/counts", "counted")
    card = given["program"]("first/counts")
    assert "https://example.org/programs/first/counts.py" in card
    assert "https://codespaces.new/someone/book" in card


# What they refuse

# By name: what stands on the page, and what is told.
MISTAKES = {
    "unknown program": ('{{ program("first/count") }}', "there is no program 'first/count'"),
    "unknown fact": ('{{ fact("first/counts", "count") }}', "there is no fact 'count'"),
    "no interpreter": ('{{ fact("first/versions", "word") }}', "no on="),
    "another interpreter": ('{{ output("first/counts", on="3.1") }}', "on='3.1'"),
    "false proof": ('{{ proof("first/counts", "counted < 9") }}', "it held in 0 of 2 runs"),
    "proof without an answer": ('{{ proof("first/counts", "x > 9") }}', "name 'x' is not defined"),
    "no expression": ('{{ proof("first/counts", "import os") }}', "not an expression"),
    "undecided key": ('{{ key("first/rolls", "rolled == @ROLLED@") }}', "it held in 1 of 2 runs"),
    "unknown name": ("{{ nothing }}", "'nothing' is undefined"),
    "unknown macro": ('{{ programme("first/counts") }}', "'programme' is undefined"),
    "unclosed block": ("{% if %}", "Expected an expression"),
    "missing recording": ('{{ program("first/counts") }}', "it is missing"),
    "edited recording": ('{{ program("first/counts") }}', "it was edited after the run"),
    "stale recording": ('{{ program("first/counts") }}', "it is out of date"),
}

# A build takes a second: one of each kind.
BUILT = [
    "unknown program",
    "unknown fact",
    "no interpreter",
    "false proof",
    "undecided key",
    "unclosed block",
    "missing recording",
    "edited recording",
    "stale recording",
]


def with_mistake(name: str, folder: Path) -> tuple[Book, int]:
    """A copy of the tiny book with this mistake on its first page; and the page's line."""
    book = copied(folder)
    text = MISTAKES[name][0].replace("@ROLLED@", str(_rolled(book)))
    home = book.docs / "first" / "index.md"
    if "recording" in name:
        # It must be told of the card that stands there already.
        _spoil(name, book)
        return book, line_of(home, text)
    return book, change(home, "On this machine", f"{text} On this machine")


def _rolled(book: Book) -> object:
    return recorded(book, "first/rolls", "build").fact("rolled")


def _spoil(name: str, book: Book) -> None:
    files = [
        path
        for folder in (book.snippets, recording.local(book))
        for path in recording.paths(folder, "first/counts", "build")
    ]
    match name.split()[0]:
        case "missing":
            for path in files:
                path.unlink()
        case "edited":
            for path in files:
                if path.suffix == ".out":
                    path.write_text("counted 13000\n", encoding="utf-8")
        case "stale":
            change(book.snippets / "first" / "counts.py", "counted = 0", "counted = 0  # none")


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Book, int]]:
    """The tiny book once with each mistake, and the line of the mistake."""
    return {name: with_mistake(name, tmp_path_factory.mktemp("broken")) for name in MISTAKES}


@pytest.fixture(scope="module")
def builds(broken: dict[str, tuple[Book, int]]) -> dict[str, tuple[int, str]]:
    """Exit status and words of a strict mkdocs build of each."""
    with ThreadPoolExecutor(2) as pool:
        done = pool.map(lambda name: mkdocs(broken[name][0]), BUILT)
        return {
            name: (one.returncode, one.stderr + one.stdout)
            for name, one in zip(BUILT, done, strict=True)
        }


@pytest.mark.parametrize("name", MISTAKES)
def test_the_gate_tells_a_mistake_with_the_line_of_the_page(
    broken: dict[str, tuple[Book, int]], name: str
) -> None:
    book, line = broken[name]
    one = page.read(book.docs / "first" / "index.md", book.docs, "docs/first/index.md")
    with pytest.raises(Problem) as caught:
        page.expand(one, {**sources.functions_of(book, book.docs), "page": one})
    assert caught.value.place == f"docs/first/index.md:{line}"
    assert MISTAKES[name][1] in caught.value.seen


@pytest.mark.parametrize("name", BUILT)
def test_a_strict_build_fails_with_the_page_and_its_true_line(
    broken: dict[str, tuple[Book, int]], builds: dict[str, tuple[int, str]], name: str
) -> None:
    status, words = builds[name]
    assert status != 0
    assert MISTAKES[name][1] in words
    assert "`first/index.md`" in words
    lines = re.findall(r'File "<template>", line (\d+)|_Line (\d+) in Markdown file', words)
    assert [int(a or b) for a, b in lines] == [broken[name][1]]


def test_an_unknown_program_is_told_with_the_nearest_one() -> None:
    with pytest.raises(Problem) as caught:
        macros().program("first/count")
    assert caught.value.expected == "a program; the nearest id is first/counts"


def test_an_unknown_fact_is_told_with_the_facts_there_are() -> None:
    with pytest.raises(Problem) as caught:
        macros().fact("first/counts", "count")
    assert caught.value.expected == "a fact of first/counts: counted"


def test_a_missing_interpreter_is_told_with_those_there_are() -> None:
    with pytest.raises(Problem) as caught:
        macros().output("first/versions")
    assert caught.value.expected == f"on= one of {HERE}, {ABSENT}"


@pytest.mark.parametrize("name", ["../first/counts", "first/../first/counts", "counts", ""])
def test_only_a_chapter_and_a_name_make_an_id(name: str) -> None:
    with pytest.raises(Problem, match="there is no program"):
        macros().program(name)
