"""scripts.colour: colours where words differ, and the program's own text under them."""

from html import unescape

import pytest
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from scripts.book import ROOT
from scripts.colour import coloured


@pytest.mark.parametrize(
    ("code", "html"),
    [
        ("x = items[0]", 'x = items[<span class="m">0</span>]'),
        ("a < b", "a &lt; b"),
        (
            "from os import path",
            '<span class="k">from</span> <span class="nf">os</span> <span class="k">import</span> path',
        ),
        (
            "if x is not None: pass",
            '<span class="k">if</span> x <span class="k">is not</span> None: <span class="k">pass</span>',
        ),
        ('say(f"{x} is")', 'say(<span class="s">f"{</span>x<span class="s">} is"</span>)'),
        ("print('a\\n')", '<span class="nb">print</span>(<span class="s">\'a\\n\'</span>)'),
        (
            "def bake(self):",
            '<span class="k">def</span> <span class="nf">bake</span>(<span class="nb">self</span>):',
        ),
        ("# one\n# two", '<span class="c"># one</span>\n<span class="c"># two</span>'),
        ('"""A\n  b"""', '<span class="c">"""A</span>\n<span class="c">  b"""</span>'),
        ("\n\n  x  \n", "\n\n  x  \n"),
        ("", ""),
    ],
)
def test_only_what_looks_different_has_a_span(code: str, html: str) -> None:
    assert coloured(code) == html


def test_javascript_has_its_own_words() -> None:
    assert coloured("const a = 1;", "javascript").startswith('<span class="k">const</span> a = ')


def test_the_books_programs_read_as_they_were_written_line_for_line() -> None:
    programs = sorted(ROOT.glob("snippets/*/*.py"))
    assert len(programs) > 100
    for program in programs:
        code = program.read_text("utf-8")
        lines = coloured(code).split("\n")
        for line, own in zip(lines, code.split("\n"), strict=True):
            assert line.count("<span") == line.count("</span>")
            assert unescape(HTMLParser(f"<pre>.{line}</pre>").text()) == f".{own}"
