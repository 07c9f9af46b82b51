"""The policy of the pages, and the headers for hosts."""

import base64
import hashlib
import re

from scripts.book import ROOT
from scripts.publish import policy
from tests import headers
from tests.book_samples import made

LIST = re.compile(
    r'<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="(.*?)">'
)


def hashed(script: str) -> str:
    return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()


def test_scripts_inside_of_pages_are_named_and_nothing_else_is_allowed() -> None:
    said = policy.policy(["<script>one</script><script src='x'></script>", "<script>two</script>"])
    rules = dict(rule.split(" ", 1) for rule in said.split("; "))
    assert set(rules["script-src"].split()) == {
        "'self'", f"'sha256-{hashed('one')}'", f"'sha256-{hashed('two')}'",
    }  # fmt: skip
    assert "unsafe" not in rules["script-src"] + rules["default-src"]
    assert rules["object-src"] == rules["base-uri"] == "'none'"


def test_data_in_a_page_is_no_script() -> None:
    assert "sha256" not in policy.policy(['<script id="c" type="application/json">{}</script>'])


def test_every_page_has_the_same_policy_and_it_names_few_scripts() -> None:
    pages = sorted((made().root / "site").rglob("*.html"))
    found = {LIST.findall(page.read_text(encoding="utf-8"))[0] for page in pages}
    assert len(pages) > 6
    (one,) = found
    assert one.count("sha256-") == 3, "each of them is in every page"


def test_the_lab_alone_is_cut_off_from_other_sites() -> None:
    found = headers.rules(headers.FILE)
    isolating = {path for path, sent in found.items() if any("Cross-Origin" in one for one in sent)}
    assert isolating == {"/lab/race/*"}
    assert found["/lab/race/*"] == {
        "Cross-Origin-Embedder-Policy": "require-corp",
        "Cross-Origin-Opener-Policy": "same-origin",
    }
    assert found["/*"]["Content-Security-Policy"] == "frame-ancestors 'none'"


def test_what_is_kept_for_ever_has_a_hash_in_its_name() -> None:
    site = made().root / "site"
    asked = headers.sender(headers.FILE)
    names = [path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()]
    kept = [name for name in names if "immutable" in asked(f"/{name}").get("Cache-Control", "")]
    assert {re.sub(r"\.[0-9a-f]{8}\..*", "", name) for name in kept} == {
        "assets/javascripts/bundle",
        "assets/javascripts/workers/search",
        "assets/stylesheets/main",
        "assets/stylesheets/palette",
    }


def test_the_headers_are_published() -> None:
    lines = (ROOT / "docs" / "_headers").read_text(encoding="utf-8")
    assert "/lab/race/*" in lines
    assert all((ROOT / "docs" / path.strip("/*")).is_dir() for path in ["/lab/race/*"])
