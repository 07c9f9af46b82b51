"""scripts.compiled: compiled once, and only ever used for the text that it was made from."""

from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment, StrictUndefined, TemplateSyntaxError

from scripts import kept
from scripts.compiled import Compiled, template


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "scripts").mkdir()
    return tmp_path


class Counting(Environment):
    """Says how often it compiled."""

    times = 0

    def _compile(self, source: str, filename: str) -> object:  # type: ignore[override]
        self.times += 1
        return super()._compile(source, filename)


def test_a_text_is_compiled_once(root: Path) -> None:
    environment = Counting(undefined=StrictUndefined)
    for word in ("one", "two"):
        assert template(environment, "{{ a }}", "page", root).render(a=word) == word
    assert environment.times == 1


def test_another_text_under_the_same_name_is_compiled(root: Path) -> None:
    environment = Counting()
    shown = [template(environment, text, "page", root).render() for text in ("first", "second")]
    assert (shown, environment.times) == (["first", "second"], 2)


def test_another_environment_compiles_for_itself(root: Path) -> None:
    text = "{% if 1 %}\nx{% endif %}"
    plain, trimming = Counting(), Counting(trim_blocks=True)
    shown = [template(one, text, "page", root).render() for one in (plain, trimming)]
    assert shown == ["\nx", "x"]


def test_other_code_of_ours_compiles_anew(root: Path) -> None:
    environment = Counting()
    template(environment, "text", "page", root)
    (root / "scripts" / "filters.py").write_text("changed", encoding="utf-8")
    kept.folder.cache_clear()
    kept._python.cache_clear()  # as in the next process
    template(environment, "text", "page", root)
    assert environment.times == 2


def test_a_damaged_file_is_made_again(root: Path) -> None:
    environment = Counting()
    template(environment, "text", "page", root)
    (file,) = kept.folder(root).glob("*.template")
    file.write_bytes(file.read_bytes()[:40])
    assert template(environment, "text", "page", root).render() == "text"
    assert environment.times == 2


def test_a_mistake_is_told_with_its_line_each_time(root: Path) -> None:
    for _ in range(2):
        with pytest.raises(TemplateSyntaxError) as told:
            template(Environment(), "one\n{{ two", "page", root)
        assert told.value.lineno == 2


def test_templates_in_files_are_compiled_once_as_well(root: Path, tmp_path: Path) -> None:
    pages = {"card.html": "old"}
    for _ in range(2):
        environment = Counting(loader=DictLoader(pages), bytecode_cache=Compiled(root))
        assert environment.get_template("card.html").render() == "old"
    assert environment.times == 0
    pages["card.html"] = "new"
    environment = Counting(loader=DictLoader(pages), bytecode_cache=Compiled(root))
    assert environment.get_template("card.html").render() == "new"
