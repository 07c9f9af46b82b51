"""The last hand on a built site: what needs all of its pages as they are published."""

from scripts.book import Book
from scripts.publish import offline, policy, social


def finish(book: Book) -> None:
    """Complete site/ after mkdocs. A site that is being served while it is written goes without."""
    site = book.root / "site"
    social.write(book)
    policy.write(site)
    offline.write(site)
