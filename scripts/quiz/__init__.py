"""Quizzes as authors write them, and as readers get them.

A quiz stands between two tags, each alone on its line and at the line's start:

    <quiz id="races-possible" concept="interleaving" hard>
    Which final balances are possible?

    - [x] $110
    > Both read 100 before either wrote.
    - [ ] $130
    > Nobody adds twice.

    The explanation, any Markdown.
    </quiz>

Attributes of the tag; none of them reaches mkdocs-quiz:

    id="races-possible"   required, unique over the site: small letters, digits, hyphens.
                          Answers are kept under it, so it stays when the words change.
    kind="order"          what is asked, see below; without it, single or multiple
    concept="deadlock"    what it is about, for the reader's progress
    hard                  marks a question that few get right at once
    before="1<2 3<4"      for kind="order" alone
    line="12"             written by `numbered`, never by authors

Kinds. The first two are mkdocs-quiz's own and need no attribute:

    single      options, one of them right
    multiple    options, several right; kind="multiple" makes boxes also where one is right
    outcomes    "which of these can it print?": boxes; every mark comes from key(...)
    order       options, all - [x], written in a right order; readers get them shuffled.
                before="1<2 3<4 1<4" names what must come before what, by place, and any
                order that keeps to it is right; without it, the written one alone.
                '> why' is told when that step comes too early.
    typed       [[blanks]] in the question, which the reader fills in, and the explanation
                after a line ---
    predict     the same with one blank: what a program prints, [[{{ output(id) }}]]
    schedule    the question with one {{ explorer(id, goal=...) }} in it, and the
                explanation after ---; it is right when the reader reaches the goal

A blank holds what is accepted, with " | " between several: [[I/O | input and output]].
A number may have a tolerance, in its own unit or in %, and a unit after a space:
[[5 ± 1 ms]], [[50 ± 10%]]; readers may leave the unit out. Numbers and outputs come from
recordings: [[{{ fact(id, "lost") }}]]. Upper and lower case, blanks and empty lines at
the ends do not count. Below the question of a typed quiz, options may say why an answer
that one expects is wrong; "*" stands for any other:

    - [ ] 120
    > That would take a lock.
    - [ ] *
    > Look at the output again.
"""

from scripts.quiz.blank import Accepted, Blank
from scripts.quiz.broken import broken
from scripts.quiz.model import KINDS, Kind, Option, Quiz
from scripts.quiz.parse import numbered, quizzes

__all__ = [
    "KINDS",
    "Accepted",
    "Blank",
    "Kind",
    "Option",
    "Quiz",
    "broken",
    "numbered",
    "quizzes",
]
