"""Templates of what pages show: HTML as somebody wrote it, without the breaks between its lines.

Tables close none of their rows and cells: HTML ends them where the next one begins, and
there are thousands of them.
"""

import re
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.ext import Extension

from scripts.compiled import Compiled

# Only in the source: what a program printed comes in later, and keeps its lines.
BREAK = re.compile(r"(?<=>)\n\s*")


class Unbroken(Extension):
    """A line of a template that ends with a tag goes on with the next line.

    Pages would carry each of these breaks to every reader.
    """

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        """The source as Jinja reads it."""
        return BREAK.sub("", source)


templates = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    extensions=[Unbroken],
    bytecode_cache=Compiled(),
)
