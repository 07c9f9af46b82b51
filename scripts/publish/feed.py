"""The feed of new chapters, as Atom: a chapter stands in it once, whatever becomes of its address."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from urllib.parse import urljoin
from uuid import NAMESPACE_URL, uuid5
from xml.etree import ElementTree as Xml

from scripts.publish.history import Past

FILE = "feed.xml"
ATOM = "http://www.w3.org/2005/Atom"


def feed(
    site: str, title: str, chapters: list[dict[str, Any]], pasts: Mapping[str, Past]
) -> str | None:
    """The chapters whose coming git knows, the newest first; None where it knows of none.

    site: the address that links begin with.
    """
    came = [(_came(one, pasts), one) for one in chapters]
    known = [(moment, one) for moment, one in came if moment]
    if not known:
        return None
    known.sort(key=lambda pair: pair[0], reverse=True)
    root = Xml.Element("feed", xmlns=ATOM)
    _text(root, "title", f"{title}: new chapters")
    _text(root, "id", _name("feed"))
    _text(root, "updated", known[0][0].isoformat())
    _text(Xml.SubElement(root, "author"), "name", title)
    Xml.SubElement(root, "link", rel="self", href=urljoin(site, FILE))
    Xml.SubElement(root, "link", rel="alternate", href=site)
    for moment, one in known:
        entry = Xml.SubElement(root, "entry")
        _text(entry, "title", one["title"])
        _text(entry, "id", _name(one["id"]))
        _text(entry, "published", moment.isoformat())
        _text(entry, "updated", moment.isoformat())
        _text(entry, "summary", one["promise"])
        Xml.SubElement(entry, "link", rel="alternate", href=urljoin(site, one["page"]))
    Xml.indent(root)
    return Xml.tostring(root, encoding="unicode", xml_declaration=True) + "\n"


def _came(chapter: dict[str, Any], pasts: Mapping[str, Past]) -> datetime | None:
    past = pasts.get(f"{chapter.get('page')}index.md")
    return past.came if past else None


def _name(what: str) -> str:
    """A name that neither another host nor another address changes."""
    return uuid5(NAMESPACE_URL, f"interleave:chapter:{what}").urn


def _text(parent: Xml.Element, tag: str, text: str) -> None:
    Xml.SubElement(parent, tag).text = text
