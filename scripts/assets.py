"""Our scripts and styles as readers get them: fewer files, no comments, no blanks.

A module in a folder beside NAME.js that is called NAME is a part of it and is
published inside of it. In a module with parts only plain imports are understood,
`import { one, other } from "./file.js";`, and every name stands once among the parts.
"""

import gzip
import os
import re
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import minify

from scripts.problem import Problem

IMPORT = re.compile(r'^import (?:\{ (?P<names>[^}]*) \} from )?"(?P<file>\.[^"]+)";\n', re.M)
FROM = re.compile(r'^import [^;]*?"(?P<file>\.[^"]+)";', re.MULTILINE)
ANY_IMPORT = re.compile(r"^import\b.*", re.M)
EXPORT = re.compile(r"^export (?=(?:async )?(?:function|class|const|let)\b)", re.M)
DECLARED = re.compile(
    r"^(?:export )?(?:async )?(?:function\*?|class|const|let) (?P<name>\w+)", re.M
)


def publish(docs: Path, site: Path) -> None:
    """Write every script and style of docs into the built site, in the place of its copy.

    Raises Problem where modules cannot be joined.
    """
    for source in sorted([*docs.rglob("*.js"), *docs.rglob("*.css")]):
        target = site / source.relative_to(docs)
        if is_part(source):
            target.unlink(missing_ok=True)
        else:
            target.write_text(small(source), encoding="utf-8")
    for folder in sorted({path.parent for path in docs.rglob("*.js") if is_part(path)}):
        with suppress(OSError):  # it was not copied, or holds something else as well
            (site / folder.relative_to(docs)).rmdir()


def is_part(source: Path) -> bool:
    """Whether a module is published inside of another one."""
    return source.suffix == ".js" and source.parent.with_suffix(".js").is_file()


def small(source: Path) -> str:
    """A script with its parts, or a style, as it is published. Raises Problem."""
    if source.suffix == ".css":
        return str(minify.string("text/css", source.read_text(encoding="utf-8")))
    return str(minify.string("application/javascript", whole(source)))


def whole(entry: Path) -> str:
    """A module with its parts, or as it stands where it has none. Raises Problem."""
    if entry.with_suffix("").is_dir():
        return joined(entry)
    text = entry.read_text(encoding="utf-8")
    for found in FROM.finditer(text):
        _no_part(entry, Path(os.path.normpath(entry.parent / found["file"])))
    return text


def joined(entry: Path) -> str:
    """A module and its parts as one module, what is needed first at the top. Raises Problem."""
    modules = list(_needed_first(entry, entry, set()))
    outside: dict[Path, set[str]] = {}
    for module in modules:
        for target, names in _imports(module):
            if target not in modules:
                outside.setdefault(target, set()).update(names)
    bodies = [IMPORT.sub("", module.read_text(encoding="utf-8")) for module in modules]
    _names_stand_once(entry, bodies, outside)
    lines = [_import(entry, target, names) for target, names in sorted(outside.items())]
    return "".join([*lines, *(EXPORT.sub("", part) for part in bodies[:-1]), bodies[-1]])


def travels(entry: Path) -> dict[str, int]:
    """What a reader's browser fetches for a published module or style: bytes of each, gzipped."""
    found: dict[str, int] = {}
    waiting = [entry]
    while waiting:
        file = waiting.pop()
        if file.name not in found:
            found[file.name] = len(gzip.compress(small(file).encode(), mtime=0))
            own = FROM.finditer(whole(file)) if file.suffix == ".js" else ()
            waiting += [Path(os.path.normpath(file.parent / one["file"])) for one in own]
    return found


def _needed_first(module: Path, entry: Path, seen: set[Path]) -> Iterator[Path]:
    """The parts below a module, each once and before whoever needs it, and the module."""
    seen.add(module)
    for target, _ in _imports(module):
        if target.parent != entry.with_suffix(""):
            _no_part(module, target)
        elif target not in seen:
            yield from _needed_first(target, entry, seen)
    yield module


def _no_part(module: Path, target: Path) -> None:
    """A part of another module is not there on its own. Raises Problem."""
    if is_part(target):
        owner = target.parent.with_suffix(".js").name
        raise _problem(module, target.name, f"an import of {owner}, which {target.name} is in")


def _imports(module: Path) -> Iterator[tuple[Path, list[str]]]:
    """What a module imports: the other file and the names. Raises Problem for other forms."""
    text = module.read_text(encoding="utf-8")
    for found in ANY_IMPORT.finditer(text):
        plain = IMPORT.match(text, found.start())
        if not plain or " as " in found[0]:
            raise _problem(module, found[0], 'import { one, other } from "./file.js";')
        names = [name.strip() for name in (plain["names"] or "").split(",")]
        file = Path(os.path.normpath(module.parent / plain["file"]))
        yield file, [name for name in names if name]


def _import(entry: Path, target: Path, names: set[str]) -> str:
    file = Path(os.path.relpath(target, entry.parent)).as_posix()
    file = file if file.startswith(".") else f"./{file}"
    wanted = f"{{ {', '.join(sorted(names))} }} from " if names else ""
    return f'import {wanted}"{file}";\n'


def _names_stand_once(entry: Path, bodies: list[str], outside: dict[Path, set[str]]) -> None:
    declared = [name for body in bodies for name in DECLARED.findall(body)]
    counted = Counter([*declared, *(name for names in outside.values() for name in names)])
    if twice := [name for name, times in counted.items() if times > 1]:
        expected = "each name once in a module and its parts, which are published as one"
        raise _problem(entry, f"{', '.join(twice)}, more than once", expected)


def _problem(module: Path, seen: str, expected: str) -> Problem:
    place = os.path.relpath(module)
    return Problem(place, expected=expected, seen=seen, command=f"grep -n import {place}")
