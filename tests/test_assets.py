"""Scripts and styles as they are published."""

from pathlib import Path

import pytest

from scripts import assets
from scripts.book import ROOT
from scripts.problem import Problem

OURS = ROOT / "docs" / "assets"
QUIZ_BUDGET = 12_000  # bytes, gzipped, style and script with all that it imports


def laid(folder: Path, **modules: str) -> Path:
    """Modules in a folder, by name; a name with __ lies in a folder below. Gives the first."""
    for name, text in modules.items():
        path = folder / f"{name.replace('__', '/')}.js"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder / f"{next(iter(modules))}.js"


def refused(entry: Path) -> str:
    with pytest.raises(Problem) as caught:
        assets.joined(entry)
    return str(caught.value)


def test_parts_come_before_what_needs_them_and_the_rest_is_imported_once(tmp_path: Path) -> None:
    entry = laid(
        tmp_path,
        seat='import { a } from "./seat/a.js";\nimport { s } from "./store.js";\nexport const x = a + s;\n',
        seat__a='import { b } from "./b.js";\nimport { s, t } from "../store.js";\nexport const a = b;\n',
        seat__b="export const b = 1;\n",
        store="export const s = 1;\nexport const t = 2;\n",
    )
    assert assets.joined(entry) == (
        'import { s, t } from "./store.js";\nconst b = 1;\nconst a = b;\nexport const x = a + s;\n'
    )


def test_an_import_for_its_effect_alone_stays(tmp_path: Path) -> None:
    entry = laid(tmp_path, one='import "./two.js";\nlet x;\n', two="let y;\n")
    assert assets.joined(entry) == 'import "./two.js";\nlet x;\n'


@pytest.mark.parametrize(
    "line",
    [
        'import * as all from "./a.js";',
        'import one from "./a.js";',
        'import { a as b } from "./a.js";',
        'import { a } from "elsewhere";',
    ],
)
def test_another_form_of_import_is_refused_with_its_line(tmp_path: Path, line: str) -> None:
    part = "export const b = 1;\n"
    entry = laid(tmp_path, one=f"{line}\n", a="export const a = 1;\n", one__b=part)
    assert line in refused(entry)


def test_a_name_that_two_parts_have_is_refused(tmp_path: Path) -> None:
    entry = laid(
        tmp_path,
        one='import { a } from "./one/a.js";\nconst hidden = 1;\n',
        one__a="const hidden = 2;\nexport const a = hidden;\n",
    )
    assert "hidden, more than once" in refused(entry)


@pytest.mark.parametrize("names", ["{ a }", "* as all"])
def test_a_part_belongs_to_its_module(tmp_path: Path, names: str) -> None:
    entry = laid(
        tmp_path,
        other=f'import {names} from "./one/a.js";\n',
        one='import { a } from "./one/a.js";\n',
        one__a="export const a = 1;\n",
    )
    with pytest.raises(Problem) as caught:
        assets.small(entry)
    assert "an import of one.js" in str(caught.value)


def test_a_module_without_parts_may_import_as_it_likes(tmp_path: Path) -> None:
    entry = laid(tmp_path, one='import * as all from "./a.js";\nall.b();\n', a="export let b;\n")
    assert 'from"./a.js"' in assets.small(entry)


def test_what_is_published_has_no_parts_beside_it(tmp_path: Path) -> None:
    docs, site = tmp_path / "docs", tmp_path / "site"
    for folder in (docs, site):
        laid(
            folder,
            one='import { a } from "./one/a.js";\n// why\nlet b = a;\n',
            one__a="export const a = 1;\n",
        )
    (docs / "one.css").write_text("a {  color: red;  } /* why */\n", encoding="utf-8")
    assets.publish(docs, site)
    assert [path.name for path in sorted(site.iterdir())] == ["one.css", "one.js"]
    assert (site / "one.js").read_text(encoding="utf-8") == "const a=1;let b=a"
    assert (site / "one.css").read_text(encoding="utf-8") == "a{color:red}"


def test_no_text_loses_a_blank(tmp_path: Path) -> None:
    text = "const said = (all) => `${all.map((one) => `, ${one}`).join('')}  in  all`;\n"
    assert "`, ${" in assets.small(laid(tmp_path, one=f"export {text}"))


def test_quizzes_are_one_script_and_one_style_and_small() -> None:
    fetched = assets.travels(OURS / "quiz.js") | assets.travels(OURS / "quiz.css")
    assert set(fetched) == {"quiz.css", "quiz.js", "dom.js", "standing.js", "store.js"}
    assert sum(fetched.values()) < QUIZ_BUDGET
