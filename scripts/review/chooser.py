"""The chooser: which questions lead to which answer.

One structure for the reader's chooser, for the table without scripts and for the
tests. What an answer says stands on the page, under the heading { #use-ANSWER }.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product


@dataclass(frozen=True)
class Option:
    """One answer to a question. name: unique over all questions, as it stands in an address."""

    name: str
    words: str
    short: str


@dataclass(frozen=True)
class Question:
    """name: also the order in which questions are asked is that of QUESTIONS."""

    name: str
    words: str
    help: str
    options: tuple[Option, ...]


@dataclass(frozen=True)
class Rule:
    """Where all of `when` holds (option names by question), this is the answer."""

    answer: str
    title: str
    when: Mapping[str, str]


QUESTIONS = (
    Question(
        "many",
        "How many things are to be under way at once?",
        "Downloads, requests, files, parts of a calculation.",
        (
            Option("one", "One after the other is quick enough", "one at a time is enough"),
            Option("some", "Several, up to some hundreds", "several at once"),
            Option("thousands", "Thousands", "thousands at once"),
        ),
    ),
    Question(
        "machines",
        "Do one machine's cores and memory do?",
        "Several machines bring more cores, and a network that loses messages.",
        (
            Option("here", "Yes, one machine is enough", "one machine"),
            Option("several", "No, it takes several", "several machines"),
        ),
    ),
    Question(
        "crash",
        "What may one crash take down?",
        "An exception ends one piece of work. A crash, as by a bad pointer in C, ends a process.",
        (
            Option("together", "All of it: then it is started again", "they may fall together"),
            Option("alone", "Nothing but the piece that crashed", "each must fall alone"),
        ),
    ),
    Question(
        "work",
        "What does it spend its time on?",
        "Look at the CPU column while it runs alone: near 0 it waits, near 100 it computes.",
        (
            Option("waits", "Waiting: network, disk, other programs", "it waits"),
            Option("computes", "Computing", "it computes"),
        ),
    ),
    Question(
        "gil",
        "Who holds the GIL while it computes?",
        "If you do not know: run it in two threads, and look whether more than one core is busy.",
        (
            Option("code", "Python code, JSON, regular expressions", "Python code holds the GIL"),
            Option("library", "Nobody: hashing, compressing, much of NumPy", "the GIL is put down"),
        ),
    ),
    Question(
        "python",
        "Which Python runs it?",
        "sys.version tells, and sys._is_gil_enabled() from 3.13 on.",
        (
            Option("gil", "One with a GIL, up to 3.13", "up to 3.13, with a GIL"),
            Option("gil314", "One with a GIL, 3.14 or later", "3.14 or later, with a GIL"),
            Option("free", "A free-threaded one, such as 3.14t", "free-threaded"),
        ),
    ),
    Question(
        "data",
        "What has to go between the parts?",
        "What is large depends on the work: measure what sending it costs.",
        (
            Option("little", "Little: an order in, a result out", "little goes between them"),
            Option("large", "Much: they look into each other's data", "much goes between them"),
        ),
    ),
)

# The first one that fits counts.
RULES = (
    Rule("plain", "No concurrency", {"many": "one"}),
    Rule("dispatcher", "A dispatcher and its workers", {"machines": "several", "data": "little"}),
    Rule("ranks", "Ranks that send each other messages", {"machines": "several"}),
    Rule("processes", "Processes that you watch yourself", {"crash": "alone"}),
    Rule("tasks", "Tasks on one thread", {"work": "waits", "many": "thousands"}),
    Rule("threads", "A pool of threads", {"work": "waits"}),
    Rule("library", "A pool of threads, one for each core", {"gil": "library"}),
    Rule("free", "Threads on a free-threaded Python", {"python": "free"}),
    Rule("shared", "Processes and shared memory", {"data": "large"}),
    Rule("interpreters", "A pool of processes, or of interpreters", {"python": "gil314"}),
    Rule("pool", "A pool of processes", {}),
)


def choose(given: Mapping[str, str]) -> Rule:
    """The answer to a whole set of option names by question."""
    return next(rule for rule in RULES if all(given[q] == o for q, o in rule.when.items()))


def sets() -> Iterator[dict[str, str]]:
    """Every way to answer all questions."""
    names = [question.name for question in QUESTIONS]
    for chosen in product(*(question.options for question in QUESTIONS)):
        yield dict(zip(names, (option.name for option in chosen), strict=True))


def conditions(rule: Rule) -> list[str]:
    """What a rule asks for, in words."""
    options = {option.name: option for question in QUESTIONS for option in question.options}
    return [options[name].short for name in rule.when.values()]
