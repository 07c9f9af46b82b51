"""scripts.export.clean: HTML that every platform takes."""

from xml.etree.ElementTree import fromstring

import pytest

from scripts.export.clean import clean, in_blocks, inline, words


def cleaned(html: str) -> str:
    """Clean HTML with addresses in capitals; it must be XML."""
    found = clean(html, str.upper)
    fromstring(f"<x>{found}</x>")
    return found


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p class='x' id='y'>a <b>c</b></p>", "<p>a <b>c</b></p>"),
        ("<span class='k'>if</span> x", "if x"),
        ("a<br>b<img src='i.png'>", 'a<br/>b<img src="I.PNG" alt=""/>'),
        ("<a href='x' title='t'>l</a><a>m</a>", '<a href="X">l</a>m'),
        ("<h2>t<a class='headerlink' href='#t'>¶</a></h2>", "t"),
        ("a<script>b</script><svg><title>c</title></svg><!-- d -->", "a"),
        ("<details><summary>a</summary><p>b</p></details>", "a<p>b</p>"),
        ("a &lt; b &amp; c \x1b[0m &nbsp;", "a &lt; b &amp; c [0m \xa0"),
        ("<p>a<p>b", "<p>a</p><p>b</p>"),
        ("<a href='a&quot;b'>c</a>", '<a href="A&quot;B">c</a>'),
    ],
)
def test_clean(html: str, expected: str) -> None:
    assert cleaned(html) == expected


def test_lines_of_code_stay() -> None:
    assert cleaned("<pre><code>a\n  b\n</code></pre>") == "<pre><code>a\n  b\n</code></pre>"


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("a <b>c</b>", "<p>a <b>c</b></p>"),
        ("<p>a</p>", "<p>a</p>"),
        ("a<p>b</p> c", "<p>a</p><p>b</p><p>c</p>"),
        ("<p>a</p>\n<ul><li>b</li></ul>\n", "<p>a</p><ul><li>b</li></ul>"),
        ("", ""),
    ],
)
def test_words_stand_in_blocks(html: str, expected: str) -> None:
    assert in_blocks(html) == expected


def test_a_paragraph_alone_is_taken_out_of_its_tags() -> None:
    assert inline("<p>a</p>\n") == "a"
    assert inline("<p>a</p><p>b</p>") == "<p>a</p><p>b</p>"


def test_words_alone() -> None:
    assert words("<p>a <b>b</b></p>\n<p>c</p>") == "a b c"
