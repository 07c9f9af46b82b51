"""The book as one file, to be read from a disk: file:// has no modules, no fetch and no workers.

So what is a module on the site is one plain script here, what it would fetch comes as
scripts, and links to folders name the page in them.
"""

import json
import re
import shutil
import zipfile
from hashlib import sha256
from pathlib import Path

from scripts import kept
from scripts.book import ROOT, Book
from scripts.publish import bundle, offline, search

FILE = "interleave.zip"
TOP = "interleave/"
SCRIPT = "assets/book.js"
SEARCH = "assets/javascripts/workers/search."
LEFT_OUT = ("sitemap.xml", "assets/search.js", search.DOCS)
SEARCHES = b"window.searching = function (addEventListener, postMessage) {"
POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
MODULE = re.compile(
    r'<script[^>]* src="[^"]*" type="module"></script>|<script type="module"[^>]*></script>'
    r'|<script src="[^"]*assets/search.js"></script>'
)
LINK = re.compile(r'\b(?P<start>href="|content="0; url=)(?P<path>[^":#?]*)(?P<rest>[^"]*)"')
LIVE = re.compile(r"<(interleave-door|interleave-offline)\b.*?</\1>", re.DOTALL)
SAYS = {
    "interleave-door": "You read the book from a disk. There browsers let no page share memory between workers, so the programs of this lab do not run here; they do on the book's site. What they did on our machine is recorded below each of them.",
    "interleave-offline": "You read the book from a disk, so all of it is here already, and there is nothing to switch.",
}


def write(book: Book) -> None:
    """Write the zip into the built site. Raises Problem where a module cannot be bundled.

    The last one is kept in build/archive, by all that goes into it and our code: to
    compress the book takes as long as ten of its pages.
    """
    site = book.root / "site"
    script, files = bundle.bundle(book.docs), offline.files(site)
    known = book.build / "archive" / f"{_digest(script, files)}.zip"
    if not known.is_file():
        shutil.rmtree(known.parent, ignore_errors=True)
        known.parent.mkdir(parents=True)
        part = known.with_suffix(".part")
        _write(part, _files(files, script))
        part.replace(known)
    shutil.copyfile(known, site / FILE)


def _digest(script: str, files: dict[str, bytes]) -> str:
    hashes = [(name, sha256(body).hexdigest()) for name, body in sorted(files.items())]
    return sha256(repr((kept.folder(ROOT).name, script, hashes)).encode()).hexdigest()


def _write(to: Path, files: dict[str, bytes]) -> None:
    with zipfile.ZipFile(to, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in sorted(files.items()):
            # Always the same day, so that the same pages make the same file.
            archive.writestr(zipfile.ZipInfo(TOP + name), body, zipfile.ZIP_DEFLATED)


def _files(files: dict[str, bytes], script: str) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    for name, body in files.items():
        if name.endswith(".html"):
            text = page(body.decode(), name)
            found[name] = text.encode()
            if "<interleave-quiz" in text:
                found[f"{name}.js"] = _data(name, text)
        elif name.endswith(".states.json"):
            found[name] = body
            found[f"{name}.js"] = _data(name, body.decode())
        elif name == "assets/quizzes.json":
            found[f"{name}.js"] = _data(name, _catalogue(body.decode()))
        elif name == search.SETTINGS:
            found["search/search_index.js"] = b"var __index = " + _index(body, files[search.DOCS])
        elif name.startswith(SEARCH):
            found[name] = SEARCHES + body + b"\n};"
        elif name not in LEFT_OUT:
            found[name] = body
    found.pop("404.html", None)
    found[SCRIPT] = script.encode()
    return found


def page(html: str, name: str) -> str:
    """A page of the site as a page of a folder. name: its path."""
    up = "../" * name.count("/")
    html = MODULE.sub("", POLICY.sub("", html))
    html = LIVE.sub(lambda found: f"<p><strong>{SAYS[found[1]]}</strong></p>", html)
    html = LINK.sub(_linked, html).replace('"search": "search.js?', '"search": "', 1)
    # Nothing can be fetched; and with it the theme would not tell of the page on file://.
    html = html.replace('"navigation.instant", ', "", 1)
    first = f'<script src="{up}{SCRIPT}" data-site="{up or "./"}"></script>'
    return html.replace("</title>", f"</title>{first}", 1)


def _linked(found: re.Match[str]) -> str:
    path = found["path"]
    if path in (".", "..") or path.endswith(("/", "/..")):
        path = f"{path.rstrip('/')}/index.html"
    return f'{found["start"]}{path}{found["rest"]}"'


def _data(name: str, text: str) -> bytes:
    return f"kept[{json.dumps(name)}] = {json.dumps(text)};".encode()


def _catalogue(text: str) -> str:
    catalogue = json.loads(text)
    for chapter in catalogue["chapters"]:
        for one in (chapter, *chapter["pages"]):
            one["url"] += "index.html"
    return json.dumps(catalogue)


def _index(settings: bytes, docs: bytes) -> bytes:
    index = json.loads(settings) | {"docs": json.loads(docs)}
    for one in index["docs"]:
        path, mark, rest = one["location"].partition("#")
        one["location"] = f"{path}index.html{mark}{rest}"
    return json.dumps(index).encode()
