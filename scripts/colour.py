"""Colour: a program's text as HTML, with a span for what looks different and for nothing else.

Pygments puts each of its words into a span of its own, names and brackets as well. That
was a quarter of what a program costs a reader's line.
"""

from collections.abc import Iterator
from html import escape

from pygments.lexer import Lexer
from pygments.lexers import JavascriptLexer, PythonLexer
from pygments.token import Comment, Keyword, Name, Number, Operator, String, _TokenType

# By kind of word, the class for which the theme has a colour; "": as plain text. What is
# not here looks like the kind that it is a part of, or is plain.
LOOKS: dict[_TokenType, str] = {
    Comment: "c",
    Keyword: "k",
    Keyword.Constant: "",
    Name.Builtin: "nb",
    Name.Class: "nf",
    Name.Decorator: "k",
    Name.Exception: "nf",
    Name.Function: "nf",
    Name.Namespace: "nf",
    Number: "m",
    Operator.Word: "k",
    String: "s",
    String.Doc: "c",
}
LEXERS: dict[str, type[Lexer]] = {"python": PythonLexer, "javascript": JavascriptLexer}


def coloured(code: str, language: str = "python") -> str:
    """As HTML, line for line: no span goes over the end of one."""
    return "".join(
        f'<span class="{look}">{text}</span>' if look else text
        for look, text in _runs(code, language)
    )


def _runs(code: str, language: str) -> Iterator[tuple[str, str]]:
    """What looks alike, in a row, escaped; what is between two words of a look belongs to it."""
    look, run, blank = "", "", ""
    for kind, value in LEXERS[language](stripnl=False, ensurenl=False).get_tokens(code):
        for text in value.splitlines(keepends=True):
            if not text.strip():
                blank += text
                continue
            own = _look(kind)
            if own == look and "\n" not in blank:
                run += blank
            else:
                yield look, run
                yield "", blank
                look, run = own, ""
            words = text.rstrip("\n")
            run += escape(words, quote=False)
            blank = text[len(words) :]
    yield look, run
    yield "", blank


def _look(kind: _TokenType) -> str:
    """Its own, or that of the nearest kind that it is a part of."""
    return next((LOOKS[one] for one in reversed(kind.split()) if one in LOOKS), "")
