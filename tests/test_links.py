"""scripts.links: which addresses are asked, and what their servers' answers mean."""

import re
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from scripts import links
from scripts.book import Book
from scripts.links import addresses, ask, ask_all

PAGE = '<h1 id="here">A</h1><a name="old"></a><h2 id="a%20b">B</h2><h3 id="ä">C</h3>'


class Server(BaseHTTPRequestHandler):
    """Answers with the number in the path; /moved leads to /200, /rarely answers the third time."""

    asked = 0

    def do_GET(self) -> None:
        name = self.path.strip("/")
        if name == "cut":
            self.close_connection = True
            return
        code = {"moved": 301, "rarely": 503}.get(name) or int(name)
        if name == "rarely":
            Server.asked += 1
            code = 200 if Server.asked % 3 == 0 else code
        self.send_response(code)
        if code == 301:
            self.send_header("Location", "/200")
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(PAGE.encode())

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    host = ThreadingHTTPServer(("127.0.0.1", 0), Server)
    thread = Thread(target=host.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield f"http://127.0.0.1:{host.server_port}"
    host.shutdown()
    thread.join()
    host.server_close()


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/200", "well"),
        ("/moved", "well"),
        ("/404", "gone"),
        ("/410", "gone"),
        ("/403", "silent"),
        ("/429", "silent"),
        ("/500", "silent"),
        ("/cut", "silent"),
        ("/200#here", "well"),
        ("/200#old", "well"),
        ("/200#%C3%A4", "well"),
        ("/200#:~:text=A", "well"),
        ("/moved#here", "well"),
        ("/200#not-here", "gone"),
    ],
)
def test_an_answer_means(server: str, path: str, said: str) -> None:
    assert ask(server + path).said == said


def test_a_port_where_nobody_listens_may_come_back() -> None:
    assert ask("http://127.0.0.1:9/").said == "silent"


def test_a_busy_server_is_asked_again(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(links, "PAUSE", 0.0)
    Server.asked = 0
    assert ask_all([f"{server}/rarely"])[f"{server}/rarely"].said == "well"
    assert Server.asked == 3


def test_a_sentence_keeps_its_marks() -> None:
    line = (
        "See [a](https://a.test/x_(y)), <https://b.test/>, `https://c.test/c`; "
        "or https://d.test/d. (https://e.test/e?f=1#g)"
    )
    assert list(addresses(line)) == [
        "https://a.test/x_(y)",
        "https://b.test/",
        "https://c.test/c",
        "https://d.test/d",
        "https://e.test/e?f=1#g",
    ]


def test_examples_are_not_asked() -> None:
    line = "http://127.0.0.1:8000/ https://www.example.org/a https://{{ host }}/ http://localhost"
    assert list(addresses(line)) == []


def test_the_command_names_the_place(
    server: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(links, "EXAMPLES", re.compile("never"))
    monkeypatch.setattr(links, "PAUSE", 0.0)
    page = tmp_path / "docs" / "one" / "index.md"
    page.parent.mkdir(parents=True)
    page.write_text(f"# One\n\n[good]({server}/200) [bad]({server}/404) [busy]({server}/500)\n")
    assert links.main([], Book(tmp_path)) == 1
    told = capsys.readouterr().err
    assert "docs/one/index.md:3" in told
    assert f"{server}/404: it answers 404" in told
    assert f"not known: {server}/500" in told
    assert "3 links asked, 1 dead" in told
    assert links.main(["/200"], Book(tmp_path)) == 0
