"""Begin a chapter or a program with something that already passes the gate.

    python -m scripts.new chapter FOLDER "Title"
    python -m scripts.new snippet CHAPTER/NAME

A chapter whose title stands in mkdocs.yml among those still to come takes that
place; any other comes last. What is begun is run once and recorded. Nothing
that is there already is changed but mkdocs.yml and, for a snippet, the end of
its chapter's page.
"""

import re
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

from scripts import chapter as chapters
from scripts import command, run
from scripts.book import Book
from scripts.problem import Problem

TEMPLATES = Path(__file__).parent / "templates" / "new"
NAME = re.compile(r"[a-z][a-z0-9_]*")
ENTRY = re.compile(r"^    - id: .*(?:\n      .*)*", re.MULTILINE)
FIRST = "first_steps"


def main(argv: Sequence[str] | None = None, book: Book | None = None) -> int:
    """The command. Gives 0 when the beginning is there and recorded."""
    parser = command.parser("new", __doc__)
    kinds = parser.add_subparsers(dest="kind", required=True)
    begin = kinds.add_parser("chapter", help="a page with a program and a quiz")
    begin.add_argument("folder", metavar="FOLDER", help="of docs/ and snippets/: races")
    begin.add_argument("title", metavar="TITLE", help='as in the navigation: "Race conditions"')
    begin = kinds.add_parser("snippet", help="a program, and its card on the chapter's page")
    begin.add_argument("name", metavar="CHAPTER/NAME", help="races/deposit_broken")
    options = parser.parse_args(argv)
    book = book or Book()
    try:
        if options.kind == "chapter":
            made = chapter(book, options.folder, options.title)
        else:
            made = snippet(book, options.name)
    except Problem as problem:
        run.console.print(str(problem), style="red", markup=False)
        return 1
    program = next(path for path in made if path.suffix == ".py")
    if run.main(["--accept", str(program)], book):
        return 1
    for path in made:
        run.console.print(f"begun: {book.shown(path)}", markup=False)
    if options.kind == "snippet":
        run.console.print(
            "Its card is at the end of the page: move it to where the text speaks of it.",
            markup=False,
        )
    run.console.print("See it with: make serve. The gate: make quick", markup=False)
    return 0


def chapter(book: Book, folder: str, title: str) -> list[Path]:
    """A page, a program, and their places in mkdocs.yml. Raises Problem; then nothing is written."""
    _sound(folder, folder, 'python -m scripts.new chapter races "Race conditions"')
    page = book.docs / folder / "index.md"
    program = book.snippets / folder / f"{FIRST}.py"
    _free(book, page)
    _free(book, program)
    config = book.root / "mkdocs.yml"
    settings = placed(config.read_text(encoding="utf-8"), folder, title)
    text = (TEMPLATES / "chapter.md").read_text(encoding="utf-8")
    page.parent.mkdir(parents=True, exist_ok=True)
    words = {"@FOLDER@": folder, "@QUOTED@": quoted(title), "@TITLE@": title}
    for word, value in words.items():
        text = text.replace(word, value)
    page.write_text(text, encoding="utf-8")
    program.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(TEMPLATES / "program.txt", program)
    config.write_text(settings, encoding="utf-8")
    return [page, program]


def snippet(book: Book, name: str) -> list[Path]:
    """A program, and its card at the end of its chapter's page. Raises Problem."""
    folder, _, stem = name.partition("/")
    for part in (folder, stem):
        _sound(part, name, "python -m scripts.new snippet races/deposit_twice")
    renamed = {chapters.name(one): chapters.folder(one) for one in chapters.chapters(book)}
    page = book.docs / renamed.get(folder, folder) / "index.md"
    program = book.snippets / folder / f"{stem}.py"
    if not page.is_file():
        command = f'python -m scripts.new chapter {folder} "Its title"'
        raise Problem(
            book.shown(page), expected="the chapter's page", seen="there is none", command=command
        )
    _free(book, program)
    program.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(TEMPLATES / "program.txt", program)
    with page.open("a", encoding="utf-8") as file:
        file.write(f'\n{{{{ program("{name}") }}}}\n')
    return [program, page]


def placed(settings: str, folder: str, title: str) -> str:
    """The text of mkdocs.yml with a chapter in the navigation and on the map. Raises Problem."""
    entries = list(ENTRY.finditer(settings))
    titles = [_value(entry[0], "title") for entry in entries]
    if not entries or title not in titles:
        settings, at = _appended(settings, entries, folder, title)
    else:
        at = titles.index(title)
        entry = entries[at]
        if _value(entry[0], "page"):
            raise Problem(
                "mkdocs.yml",
                expected="a chapter that is not written yet, or a new title",
                seen=f"{title!r} is written",
                command=f"grep -n '{title}' mkdocs.yml",
            )
        first, rest = entry[0].split("\n", 1)
        new = f"{first}\n      page: {folder}/\n{rest}"
        settings = settings[: entry.start()] + new + settings[entry.end() :]
    before = next((one for one in reversed(titles[:at]) if f"\n  - {one}: " in settings), None)
    line = f"  - {quoted(title)}: {folder}/index.md\n"
    anchor = f"\n  - {before}: " if before else "\nnav:\n"
    after = settings.index("\n", settings.index(anchor) + 1) + 1
    if not before:  # behind the welcome
        after = settings.index("\n", after) + 1
    return settings[:after] + line + settings[after:]


def _appended(
    settings: str, entries: Sequence[re.Match[str]], folder: str, title: str
) -> tuple[str, int]:
    """A new last entry of the map, and its number."""
    if not entries:
        raise Problem(
            "mkdocs.yml",
            expected="chapters: under extra:, with an entry for each",
            seen="there is none",
            command="grep -n chapters: mkdocs.yml",
        )
    end = entries[-1].end()
    fields = [f"    - id: {folder}", f"      page: {folder}/", f"      title: {quoted(title)}"]
    fields.append("      promise: One sentence for the map on the landing page.")
    return settings[:end] + "\n" + "\n".join(fields) + settings[end:], len(entries)


def quoted(title: str) -> str:
    """As YAML wants it."""
    plain = re.fullmatch(r"[A-Za-z][\w ,-]*", title)
    return title if plain else "'" + title.replace("'", "''") + "'"


def _value(entry: str, key: str) -> str:
    found = re.search(rf"^ +(?:- )?{key}: (.*)$", entry, re.MULTILINE)
    return found[1].strip("\"' ") if found else ""


def _sound(part: str, name: str, example: str) -> None:
    if not NAME.fullmatch(part):
        raise Problem(
            name or "scripts.new",
            expected="small letters, digits and _, a letter first",
            seen=f"{part!r}",
            command=example,
        )


def _free(book: Book, path: Path) -> None:
    if path.exists():
        place = book.shown(path)
        raise Problem(place, expected="a new name", seen="it is there", command=f"cat {place}")


if __name__ == "__main__":
    sys.exit(main())
