"""A Codespace: the way from a program's card to a machine with real threads."""

from urllib.parse import urlsplit

HOST = "github.com"
START = "https://codespaces.new/{owner}/{name}?quickstart=1"


def address(repository: str) -> str:
    """Where a Codespace of a repository begins; empty where GitHub does not have it.

    repository: its address, as in repo_url of mkdocs.yml, or nothing.
    """
    parts = urlsplit(repository)
    names = parts.path.strip("/").removesuffix(".git").split("/")
    if parts.hostname != HOST or len(names) != 2 or not all(names):
        return ""
    return START.format(owner=names[0], name=names[1])
