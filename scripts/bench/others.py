"""The same programs, executed by this project and by two others that run what they show.

markdown-exec under mkdocs, and MyST-NB under Sphinx, in an environment of their own
(build/others, from others.txt, which lies here). Each starts with nothing known and ends
with a page for each program. They run a program in a process of theirs and keep what it
printed; ours are run in the sandbox, on a terminal, and their claims are judged: once
each, as with the others, and as often as each header says. How many runs that made stands
in the table. Building the site is part of all four.
"""

import re
import shutil
import sys
from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser as HTMLParser

from scripts.bench.build import once
from scripts.bench.cold import light, seconds
from scripts.bench.copied import empty
from scripts.bench.figure import Figure
from scripts.bench.spent import spent
from scripts.bench.synthetic import settings
from scripts.book import Book
from scripts.header import Header
from scripts.interpreter import build_interpreter
from scripts.program import Program

LOCK = Path(__file__).with_name("others.txt")
PROGRAMS = 30
# What only a process of its own does, or does as its own main module.
ITS_OWN = (
    "multiprocessing",
    "os.fork",
    "__file__",
    "sys.argv",
    "ProcessPool",
    "signal",
    "exit(",
    "__main__",
)
MKDOCS = """site_name: Others
theme: {{name: mkdocs}}
markdown_extensions: [pymdownx.superfences]
plugins: [markdown-exec]
nav: [{pages}]
"""
EXECUTED = """```python exec="on" source="above" result="text"
{code}
```
"""
SPHINX = """project = "Others"
extensions = ["myst_nb"]
nb_execution_mode = "force"
nb_execution_timeout = 600
nb_execution_in_temp = True
nb_execution_raise_on_error = True
"""
NOTEBOOK = """---
file_format: mystnb
kernelspec: {{name: python3, display_name: Python 3}}
---

# {name}

```{{code-cell}} python3
{code}
```
"""


def others(book: Book, most: int = PROGRAMS) -> Iterator[Figure]:
    """Seconds for all of them, from nothing to a site, and of how many the output came through."""
    programs = comparable(book, most)
    python = environment(book)
    runs, count = sum(one.header.runs for one in programs), len(programs)
    yield from ours(book, programs, f"Interleave, {count} programs, {runs} runs")
    yield from ours(book, programs, f"Interleave, {count} programs, {count} runs", once_each=True)
    yield from markdown_exec(book, python, programs)
    yield from myst_nb(book, python, programs)


def comparable(book: Book, most: int) -> list[Program]:
    """The shortest programs that all three can run: in a thread of another's process, too."""
    plain = [one for one in light(book) if _plain(one) and seconds(one, book)]
    return sorted(plain, key=lambda one: (seconds(one, book), one.id))[:most]


def _plain(program: Program) -> bool:
    header = program.header
    more = header.explore or header.trace  # which only we would make
    seldom = any(claim.need == "sometimes" for claim in header.claims)  # not in a single run
    special = header.on or header.needs or header.dependencies or header.hangs != "never" or more
    usual = header.exit == (0,) and header.lane == "pool" and header.command == Header.command
    return (
        usual and not special and not seldom and not any(word in program.source for word in ITS_OWN)
    )


def environment(book: Book) -> Path:
    """The Python of the others, made once for each lock file. Raises Problem."""
    name = sha256(LOCK.read_bytes()).hexdigest()[:16]
    folder = book.build / "others" / name
    python = folder / "bin" / "python"
    if not (folder / ".ready").exists():
        book.build.mkdir(exist_ok=True)
        spent([str(build_interpreter().path), "-m", "venv", "--clear", str(folder)], book.root)
        install = ["-m", "pip", "install", "--quiet", "--require-hashes", "-r", str(LOCK)]
        spent([str(python), *install], book.root)
        (folder / ".ready").touch()
    return python


def ours(
    book: Book, programs: Sequence[Program], name: str, once_each: bool = False
) -> list[Figure]:
    """Run by scripts.run with nothing known, then built strictly: a page with a card for each."""
    with empty(book) as copy:
        shutil.copytree(book.docs / "assets", copy.docs / "assets")
        (copy.docs / "index.md").write_text("# Welcome\n", encoding="utf-8")
        numbers = range(1, len(programs) + 1)
        for n, program in zip(numbers, programs, strict=True):
            own = copy.snippets / f"{program.id}.py"
            own.parent.mkdir(parents=True, exist_ok=True)
            own.write_text(_once(program) if once_each else program.source, encoding="utf-8")
            (copy.docs / f"c{n}").mkdir()
            card = f'# {program.name}\n\n{{{{ program("{program.id}") }}}}\n'
            (copy.docs / f"c{n}" / "index.md").write_text(card, encoding="utf-8")
        (copy.root / "mkdocs.yml").write_text(settings(book, numbers), encoding="utf-8")
        ran = spent([sys.executable, "-m", "scripts.run"], copy.root)
        built = once(copy)
        pages = [copy.root / "site" / f"c{n}" / "index.html" for n in numbers]
        return told(name, ran.seconds + built.seconds, programs, pages, book)


def _once(program: Program) -> str:
    """Its text with one run in its header."""
    text = re.sub(r"(?m)^# runs = .*\n", "", program.source)
    return text.replace("# [tool.interleave]\n", "# [tool.interleave]\n# runs = 1\n", 1)


def markdown_exec(book: Book, python: Path, programs: Sequence[Program]) -> list[Figure]:
    """A page for each program, executed by mkdocs as it renders."""
    with empty(book) as copy:
        copy.docs.mkdir()
        names = ", ".join(f"p{n}.md" for n in range(len(programs)))
        (copy.root / "mkdocs.yml").write_text(MKDOCS.format(pages=names), encoding="utf-8")
        for n, program in enumerate(programs):
            text = f"# {program.name}\n\n{EXECUTED.format(code=program.source.rstrip())}"
            (copy.docs / f"p{n}.md").write_text(text, encoding="utf-8")
        took = spent([str(python), "-m", "mkdocs", "build", "--quiet"], copy.root)
        pages = [copy.root / "site" / f"p{n}" / "index.html" for n in range(len(programs))]
        return told(f"markdown-exec, {len(programs)} runs", took.seconds, programs, pages, book)


def myst_nb(book: Book, python: Path, programs: Sequence[Program]) -> list[Figure]:
    """A notebook for each program, executed by Sphinx in a kernel of its own."""
    with empty(book) as copy:
        copy.docs.mkdir()
        names = [f"p{n}" for n in range(len(programs))]
        index = "# Others\n\n```{toctree}\n" + "\n".join(names) + "\n```\n"
        (copy.docs / "index.md").write_text(index, encoding="utf-8")
        (copy.docs / "conf.py").write_text(SPHINX, encoding="utf-8")
        for name, program in zip(names, programs, strict=True):
            text = NOTEBOOK.format(name=program.name, code=program.source.rstrip())
            (copy.docs / f"{name}.md").write_text(text, encoding="utf-8")
        build = [str(python), "-m", "sphinx", "-q", "-b", "html", "docs", "site"]
        took = spent(build, copy.root)
        pages = [copy.root / "site" / f"{name}.html" for name in names]
        return told(f"MyST-NB, {len(programs)} runs", took.seconds, programs, pages, book)


def told(
    name: str, took: float, programs: Sequence[Program], pages: Sequence[Path], book: Book
) -> list[Figure]:
    """The time, and on how many pages every fact of the program can be read."""
    through = sum(_shown(one, page) for one, page in zip(programs, pages, strict=True))
    right = Figure(f"{name}: outputs that hold the program's facts", through, f"of {len(pages)}")
    return [Figure(name, took, "s"), right]


def _shown(program: Program, page: Path) -> bool:
    """Whether the page's text, its code taken out, holds what the header looks for."""
    text = HTMLParser(page.read_text(encoding="utf-8")).text()
    output = text.replace(program.source.strip(), "")
    return all(re.search(fact.pattern, output, re.MULTILINE) for fact in program.header.facts)
