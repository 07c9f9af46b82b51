"""What a reader's browser keeps who wants to read without a network, and in which version."""

import json
from hashlib import sha256
from pathlib import Path

WORKER = "sw.js"  # at the root, because it answers for what lies below itself
COUNT = "assets/offline.json"
# Nobody reads these: pictures for other sites, maps for debuggers, files for engines and hosts,
# words of languages that the search has not.
LEFT_OUT = ("assets/cards/", "assets/javascripts/lunr/")
ENDINGS = (".map", ".gz", ".zip", "robots.txt", "feed.xml", "_headers", WORKER)


def write(site: Path) -> None:
    """Lay the worker at the site's root, with the list of files as they are now; say their size.

    So this comes after everything that changes a page.
    """
    kept = files(site)
    hashes = {path: sha256(body).hexdigest()[:16] for path, body in kept.items()}
    listed = json.dumps(hashes, separators=(",", ":"), ensure_ascii=False)
    version = sha256(listed.encode()).hexdigest()[:12]
    size = sum(len(body) for body in kept.values())
    told = {"version": version, "files": len(kept) + 1, "bytes": size}
    text = json.dumps(told)
    (site / COUNT).write_text(text, encoding="utf-8")
    hashes[COUNT] = sha256(text.encode()).hexdigest()[:16]
    source = site / "assets" / WORKER
    listed = json.dumps(hashes, separators=(",", ":"), ensure_ascii=False)
    head = f'const VERSION="{version}",FILES={listed};\n'
    (site / WORKER).write_text(head + source.read_text(encoding="utf-8"), encoding="utf-8")
    source.unlink()


def files(site: Path) -> dict[str, bytes]:
    """Every file that a reader may come to, by its path."""
    found = {}
    for path in sorted(site.rglob("*")):
        name = path.relative_to(site).as_posix()
        if path.is_file() and name != COUNT and not _left_out(name):
            found[name] = path.read_bytes()
    return found


def _left_out(name: str) -> bool:
    return name.startswith(LEFT_OUT) or name.endswith(ENDINGS)
