import subprocess

import pytest

from scripts.book import Book
from scripts.header import Header, read
from scripts.problem import Problem
from tests.conftest import SAMPLES, BookWith, Command, sample, with_header

FULL = r'''#!/usr/bin/env python3
# /// script
# requires-python = ">=3.9"
# dependencies = ["numpy==2.3.0", "attrs >= 23"]
# [tool.interleave]
# on = ["3.9", "3.13t"]
# lane = "alone"
# runs = 5
# timeout = 2
# exit = [0, -11]
# hangs = "sometimes"
# needs = ["linux", "cores >= 2"]
# command = "mpiexec -n 4 {python} {file}"
# facts.lost = 'lost (\d+)'
# facts.names = ['name (\w+)']
# claims = [
#     "lost > 0",
#     'sometimes: len(names) == 2',
# ]
# ///
"""A full header."""
'''

# Of each sample: the line that is wrong, a part of what was seen, and of what was expected.
WRONG = {
    "not_toml": (4, "the header is not TOML: Invalid value", "TOML after each '# '"),
    "not_toml_at_its_end": (4, "the header is not TOML: Unclosed array", "TOML after each '# '"),
    "tool_is_a_number": (2, "tool", "[tool.interleave]"),
    "table_is_a_number": (3, "interleave", "[tool.interleave]"),
    "unknown_key": (4, "unknown key 'run'; did you mean runs?", "one of on, lane, runs, timeout"),
    "unlike_any_key": (4, "unknown key 'colour'", "one of on, lane, runs, timeout"),
    "on_is_a_string": (4, "on = '3.11'", "a list of strings"),
    "on_names_no_version": (4, "the label 'pypy'", 'a version such as "3.11"'),
    "on_names_one_twice": (4, "on = ['3.11', '3.11']", "each once"),
    "on_is_empty": (4, "on = []", "at least one label"),
    "lane_is_unknown": (4, "lane = 'fast'", 'lane = "alone", or no such line'),
    "runs_is_zero": (4, "runs = 0", "a whole number from 1 to 100"),
    "runs_is_a_string": (4, "runs = '2'", "a whole number from 1 to 100"),
    "runs_is_true": (4, "runs = True", "a whole number from 1 to 100"),
    "timeout_is_a_string": (4, "timeout = '5 s'", "seconds, more than 0, at most 300"),
    "timeout_is_an_hour": (4, "timeout = 3600", "seconds, more than 0, at most 300"),
    "exit_is_a_word": (4, "exit = 'SIGSEGV'", "a status (3), a signal (-11) or a list"),
    "exit_is_out_of_range": (4, "exit = [0, 256]", "a status (3), a signal (-11) or a list"),
    "exit_is_true": (4, "exit = True", "a status (3), a signal (-11) or a list"),
    "hangs_is_a_word": (4, "hangs = 'often'", 'true, false or "sometimes"'),
    "heavy_is_a_word": (4, "heavy = 'very'", "heavy = true, or no such line"),
    "needs_something_else": (4, "needs 'luck'", '"linux", "root", "not root", "realtime"'),
    "needs_is_a_string": (4, "needs = 'linux'", "a list of strings"),
    "command_without_file": (4, "command = '{python}'", "{python} and {file}"),
    "command_with_an_unknown_name": (4, "{seed}", "{python} and {file}"),
    "command_with_an_open_quote": (4, "command = ", "{python} and {file}"),
    "facts_is_a_string": (4, "facts = 'lost'", "fact"),
    "fact_has_a_taken_name": (4, "a fact named 'exit'", "a plain name that means nothing else"),
    "fact_has_no_group": (4, "facts.lost has 0 groups", "a pattern with exactly one ( ) group"),
    "fact_is_no_pattern": (4, "facts.lost = 'lost ('", "a regular expression"),
    "fact_is_a_number": (4, "facts.lost = 3", "a regular expression"),
    "claims_is_a_string": (4, "claims = 'exit == 0'", "a list of strings"),
    "claim_is_no_expression": (4, "the claim 'exit = 0': not an expression", "a comparison"),
    "claim_names_nothing": (4, "the claim '1 < 2' names nothing", "make false"),
    "claim_names_no_fact": (5, "the claim 'lost > 0' names lost", "a fact, or one of cpu, exit"),
    "claim_takes_an_attribute": (4, "an attribute can only be taken of", "a comparison of facts"),
    "claim_opens_a_file": (4, "only abs, len, max", "a comparison of facts"),
    "claim_has_a_comprehension": (4, "ListComp has no place", "a comparison of facts"),
    "claim_has_a_lambda": (4, "Lambda has no place", "a comparison of facts"),
    "claim_has_a_power": (4, "Pow has no place", "a comparison of facts"),
    "claim_hides_a_lambda": (4, "the claim", "a comparison of facts"),
    "claim_is_about_an_unknown_label": (5, "speaks of 3.12", "labels that on = [3.11] names"),
    "claim_mixes_one_and_all": (6, "the claim", "a comparison of facts"),
    "requires_python_is_a_number": (2, "requires-python = 3.11", 'such as ">=3.11"'),
    "requires_python_is_no_version": (2, "requires-python = 'new'", 'such as ">=3.11"'),
    "on_names_an_older_python": (4, "on names 3.9", "Pythons that are >=3.11"),
    "dependencies_is_a_string": (2, "dependencies = 'numpy'", "a list of strings"),
    "dependency_is_no_requirement": (2, "the dependency 'an odd one'", 'such as "numpy==2.3.0"'),
    "two_blocks": (5, "block", "one"),
    "block_is_not_closed": (1, "block", "# ///"),
    "block_has_a_blank_line": (1, "block", "# ///"),
}


def test_every_sample_of_a_wrong_header_is_tested() -> None:
    assert {path.stem for path in (SAMPLES / "headers").glob("*.py")} == WRONG.keys()


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_header_is_told_with_its_line(
    name: str, book_with: BookWith, command: Command
) -> None:
    book_with(wrong=sample(f"headers/{name}"))
    line, seen, expected = WRONG[name]
    answer = command("odd/wrong")
    assert answer.status == 1
    assert answer.problem["place"] == f"snippets/odd/wrong.py:{line}"
    assert seen in answer.problem["seen"]
    assert expected in answer.problem["expected"]
    assert "snippets/odd/wrong.py" in answer.problem["command"]


def test_a_program_with_a_wrong_header_does_not_run(book_with: BookWith, command: Command) -> None:
    book_with(wrong=sample("headers/unknown_key"))
    assert command("odd/wrong").outcomes == []


@pytest.mark.parametrize("name", ["unknown_key", "not_toml"])
def test_the_command_in_the_error_shows_the_wrong_line(
    name: str, book: Book, book_with: BookWith
) -> None:
    book_with(wrong=sample(f"headers/{name}"))
    with pytest.raises(Problem) as caught:
        read(sample(f"headers/{name}"), "snippets/odd/wrong.py")
    shown = subprocess.run(
        caught.value.command, shell=True, cwd=book.root, capture_output=True, text=True, check=True
    )
    assert "# run" in shown.stdout


def test_every_key_is_read() -> None:
    header = read(FULL, "full.py")
    assert header.requires_python == ">=3.9"
    assert header.dependencies == ("numpy==2.3.0", "attrs>=23")
    assert header.on == ("3.9", "3.13t")
    assert header.lane == "alone"
    assert header.runs == 5
    assert header.timeout == 2.0
    assert header.exit == (0, -11)
    assert header.hangs == "sometimes"
    assert header.needs == ("linux", "cores >= 2")
    assert header.command == "mpiexec -n 4 {python} {file}"
    assert [(fact.name, fact.pattern, fact.many) for fact in header.facts] == [
        ("lost", r"lost (\d+)", False),
        ("names", r"name (\w+)", True),
    ]
    assert [claim.need for claim in header.claims] == ["always", "sometimes"]


@pytest.mark.parametrize(
    ("key", "line"),
    [
        ("", 2),
        ("on", 6),
        ("lane", 7),
        ("timeout", 9),
        ("exit", 10),
        ("hangs", 11),
        ("lost > 0", 17),
        ("sometimes: len(names) == 2", 18),
        ("no such key", 2),
    ],
)
def test_a_header_knows_the_line_of_each_key(key: str, line: int) -> None:
    assert read(FULL, "full.py").line(key) == line


def test_facts_know_their_lines() -> None:
    assert [fact.line for fact in read(FULL, "full.py").facts] == [14, 15]


def test_a_program_without_a_header_has_the_defaults() -> None:
    assert read('"""Says hello."""\n', "hello.py") == Header()


def test_an_empty_block_has_the_defaults() -> None:
    assert read("# /// script\n#\n# ///\n", "hello.py") == Header()


def test_the_defaults_are_one_run_that_ends_well() -> None:
    header = Header()
    assert (header.runs, header.exit, header.hangs, header.lane) == (1, (0,), "never", "pool")
    assert not header.heavy


def test_keys_of_other_tools_are_no_concern_of_ours() -> None:
    header = read("# /// script\n# [tool.uv]\n# exclude-newer = 'x'\n# ///\n", "hello.py")
    assert header == Header()


def test_a_block_of_another_type_is_no_header() -> None:
    assert read("# /// notes\n# [tool.interleave]\n# runs = 2\n# ///\n", "hello.py") == Header()


def test_a_line_with_nothing_but_a_hash_may_stand_in_a_header() -> None:
    source = "# /// script\n# [tool.interleave]\n#\n# runs = 3\n# ///\n"
    assert read(source, "hello.py").runs == 3


def test_a_header_may_stand_below_other_comments() -> None:
    assert read("#!/usr/bin/env python\n\n" + with_header("", "runs = 3"), "hello.py").runs == 3


def test_one_exit_may_stand_without_a_list() -> None:
    assert read(with_header("", "exit = -11"), "hello.py").exit == (-11,)


@pytest.mark.parametrize(("written", "read_as"), [("true", "always"), ("false", "never")])
def test_hangs_is_a_truth_or_sometimes(written: str, read_as: str) -> None:
    assert read(with_header("", f"hangs = {written}"), "hello.py").hangs == read_as
