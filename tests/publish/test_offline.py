"""What a browser is told to keep."""

import json
import re
from hashlib import sha256
from pathlib import Path
from typing import Any

from scripts.publish import offline
from tests.book_samples import made

LISTED = re.compile(r'^const VERSION="(\w+)",FILES=(\{.*?\});$', re.M)


def listed(site: Path) -> tuple[str, dict[str, str]]:
    found = LISTED.search((site / "sw.js").read_text(encoding="utf-8"))
    assert found
    files: dict[str, str] = json.loads(found[2])
    return found[1], files


def laid(site: Path, text: str) -> Path:
    (site / "assets").mkdir(parents=True, exist_ok=True)
    (site / "index.html").write_text(text, encoding="utf-8")
    (site / "assets" / "sw.js").write_text("work();", encoding="utf-8")
    offline.write(site)
    return site


def test_each_file_of_a_site_is_listed_as_it_is() -> None:
    site = made().root / "site"
    _, files = listed(site)
    for name, told in files.items():
        assert sha256((site / name).read_bytes()).hexdigest().startswith(told), name
    there = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    left_out = there - set(files)
    assert "sw.js" in left_out
    assert {"404.html", "index.html", "assets/live.js", "search/docs.json"} <= set(files)
    kinds = {Path(name).suffix for name in left_out}
    assert kinds <= {".map", ".gz", ".zip", ".png", ".js", ".txt", ""}
    assert not any(name.endswith(".html") for name in left_out)


def test_the_page_is_told_how_large_it_is() -> None:
    site = made().root / "site"
    told: dict[str, Any] = json.loads((site / "assets" / "offline.json").read_text("utf-8"))
    version, files = listed(site)
    assert (told["version"], told["files"]) == (version, len(files))
    sizes = [(site / name).stat().st_size for name in files if name != "assets/offline.json"]
    assert told["bytes"] == sum(sizes)


def test_another_page_is_another_version(tmp_path: Path) -> None:
    first, _ = listed(laid(tmp_path / "a", "one"))
    same, _ = listed(laid(tmp_path / "b", "one"))
    other, _ = listed(laid(tmp_path / "c", "two"))
    assert first == same != other
    assert (tmp_path / "a" / "sw.js").read_text(encoding="utf-8").endswith("\nwork();")
