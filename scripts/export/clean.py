"""Clean HTML: what every learning platform takes, well-formed, with absolute addresses."""

import re
from collections.abc import Callable, Iterator
from html import escape

from selectolax.lexbor import LexborHTMLParser as HTMLParser
from selectolax.lexbor import LexborNode as Node

Address = Callable[[str], str]

# The elements of QTI 2.1 that Markdown makes use of, and the attributes worth keeping.
INLINE = set(
    [
        "a",
        "abbr",
        "b",
        "br",
        "cite",
        "code",
        "dfn",
        "em",
        "i",
        "img",
        "kbd",
        "q",
        "samp",
        "small",
        "strong",
        "sub",
        "sup",
        "var",
    ]
)
BLOCK = set(
    [
        "blockquote",
        "dd",
        "div",
        "dl",
        "dt",
        "hr",
        "li",
        "ol",
        "p",
        "pre",
        "table",
        "tbody",
        "td",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
LINKS = {"a": "href", "img": "src"}
EMPTY = {"br", "hr", "img"}
UNSEEN = {"script", "style", "svg", "template", "button", "input", "select", "textarea"}
# XML has no place for these, and a program's output may hold any.
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")


def clean(html: str, address: Address) -> str:
    """The same to read, without what only our pages understand. address: makes one absolute."""
    body = HTMLParser(html).body
    return "".join(_written(child, address) for child in _children(body)) if body else ""


def in_blocks(html: str) -> str:
    """The same clean HTML with a <p> round words that stand in no block."""
    found, loose = "", ""
    body = HTMLParser(html).body
    for child in _children(body) if body else []:
        if child.tag in BLOCK:
            found += _paragraph(loose) + _written(child, str)
            loose = ""
        else:
            loose += _written(child, str)
    return found + _paragraph(loose)


def inline(html: str) -> str:
    """A single paragraph without its tags; anything longer as it is."""
    html = html.strip()
    single = html.startswith("<p>") and html.count("<p>") == 1 and html.endswith("</p>")
    return html[3:-4] if single else html


def words(html: str) -> str:
    """The text alone, on one line."""
    body = HTMLParser(html).body
    return " ".join(body.text().split()) if body else ""


def _children(node: Node) -> Iterator[Node]:
    child = node.first_child
    while child is not None:
        yield child
        child = child.next


def _written(node: Node, address: Address) -> str:
    """A node as XML; an element that nobody knows gives way to what it holds."""
    tag = node.tag or ""
    if tag == "-text":
        return escape(CONTROL.sub("", node.text_content or ""), quote=False)
    if tag.startswith("-") or tag in UNSEEN or _is_permalink(node):
        return ""
    inside = "".join(_written(child, address) for child in _children(node))
    if tag not in INLINE | BLOCK or (tag in LINKS and not node.attributes.get(LINKS[tag])):
        return inside
    attributes = _attributes(node, address)
    return f"<{tag}{attributes}/>" if tag in EMPTY else f"<{tag}{attributes}>{inside}</{tag}>"


def _attributes(node: Node, address: Address) -> str:
    found = ""
    if node.tag in LINKS:
        name = LINKS[node.tag or ""]
        found = f' {name}="{escape(address(node.attributes.get(name) or ""))}"'
    if node.tag == "img":
        found += f' alt="{escape(node.attributes.get("alt") or "")}"'
    return found


def _is_permalink(node: Node) -> bool:
    return "headerlink" in (node.attributes.get("class") or "").split()


def _paragraph(html: str) -> str:
    return f"<p>{html.strip()}</p>" if html.strip() else ""
