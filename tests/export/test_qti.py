"""scripts.export.qti and item: a platform reads the package and marks right what is right."""

import io
import re
import zipfile
from dataclasses import replace
from xml.etree.ElementTree import fromstring

import pytest

from scripts.export.clean import BLOCK, INLINE
from scripts.export.qti import qti
from tests.export.kinds import SITE, asked, ids
from tests.export.marking import PREFIX, Item

WHOLE, LEFT = qti([replace(one, book="Every kind & more") for one in asked()])
FILES = {
    name: zipfile.ZipFile(io.BytesIO(WHOLE)).read(name).decode()
    for name in zipfile.ZipFile(io.BytesIO(WHOLE)).namelist()
}
HELD = ("single", "multiple", "order", "partial", "typed", "number", "blanks", "predict", "other")
# The parts of an item, in the order in which the specification wants them.
PARTS = [
    "responseDeclaration", "outcomeDeclaration", "itemBody", "responseProcessing", "modalFeedback",
]  # fmt: skip
INTERACTIONS = {"choiceInteraction", "orderInteraction", "simpleChoice", "textEntryInteraction"}


def item(name: str) -> Item:
    """An item of the package."""
    return Item(FILES[f"items/kinds-{name}.xml"])


def test_what_is_left_out_is_told_in_a_sentence_with_its_place() -> None:
    assert {sentence.split(":")[0] for sentence in LEFT} == ids("lines", "schedule")
    assert all(sentence.endswith(f"/kinds/#quiz-{sentence.split(':')[0]}.") for sentence in LEFT)


def test_every_file_is_in_the_manifest_and_every_reference_leads_to_one() -> None:
    manifest = fromstring(FILES["imsmanifest.xml"])
    prefix = "{http://www.imsglobal.org/xsd/imscp_v1p1}"
    resources = {one.attrib["identifier"]: one for one in manifest.iter(f"{prefix}resource")}
    assert {one.attrib["href"] for one in resources.values()} | {"imsmanifest.xml"} == FILES.keys()
    assert all(one.find(f"{prefix}file") is not None for one in resources.values())
    needed = [one.attrib["identifierref"] for one in manifest.iter(f"{prefix}dependency")]
    assert set(needed) == ids(*HELD) == resources.keys() - {"TEST"}
    kinds = {name: one.attrib["type"] for name, one in resources.items()}
    assert kinds.pop("TEST") == "imsqti_test_xmlv2p1"
    assert set(kinds.values()) == {"imsqti_item_xmlv2p1"}


def test_the_test_asks_every_item_in_a_section_for_its_chapter() -> None:
    test = fromstring(FILES["test.xml"])
    assert test.attrib["title"] == "Every kind & more"
    (section,) = test.iter(f"{PREFIX}assessmentSection")
    assert section.attrib["title"] == "kinds"
    asked_for = [one.attrib["href"] for one in section.iter(f"{PREFIX}assessmentItemRef")]
    assert asked_for == [f"items/kinds-{name}.xml" for name in HELD]


@pytest.mark.parametrize("name", HELD)
def test_an_item_has_its_parts_in_order_and_identifiers_that_agree(name: str) -> None:
    one = item(name)
    parts = [child.tag.removeprefix(PREFIX) for child in one.root]
    assert parts == sorted(parts, key=PARTS.index)
    assert one.root.attrib["identifier"] == f"kinds-{name}"
    responses = {
        node.attrib["responseIdentifier"]
        for node in one.root.iter()
        if "responseIdentifier" in node.attrib
    }
    assert responses == one.declared.keys()
    known = set(one.options().values())
    correct = {node.text for node in one.all("value")} - {"0"}
    assert not known or correct <= known
    shown = {node.attrib["identifier"] for node in one.all("modalFeedback")}
    assert shown <= known | {"explanation"}
    assert all(re.fullmatch(r"[A-Za-z_][\w.-]*", name) for name in known | shown)


@pytest.mark.parametrize("name", HELD)
def test_an_item_holds_no_element_that_qti_has_not(name: str) -> None:
    for part in ("itemBody", "modalFeedback"):
        for node in item(name).all(part):
            tags = {child.tag.removeprefix(PREFIX) for child in node.iter()} - {part}
            assert tags <= INLINE | BLOCK | INTERACTIONS
            assert (node.text or "").strip() == "", "words stand in a block"


def test_a_choice_is_right_with_its_key_alone() -> None:
    options = item("single").options()
    wrong, right, other = options.values()
    assert item("single").mark(RESPONSE=right).score == 1
    assert (
        item("single").mark(RESPONSE=wrong).score == item("single").mark(RESPONSE=other).score == 0
    )
    assert item("single").mark().score == 0
    assert "list[int] = {1} ~ 2 # 3" in options


def test_a_choice_says_what_was_wrong_and_explains() -> None:
    wrong = item("single").options()["list[int] = {1} ~ 2 # 3"]
    shown = Item(FILES["items/kinds-single.xml"]).mark(RESPONSE=wrong).feedback
    assert shown[0] == "See the docs, not [/b]."
    assert shown[1].startswith("Because A -> B.")
    assert len(shown) == 2


def test_boxes_are_right_all_together() -> None:
    one = item("multiple")
    names = list(one.options().values())
    assert one.mark(RESPONSE=set(names[:3])).score == 1
    assert one.mark(RESPONSE=set(names[:2])).score == 0
    assert one.mark(RESPONSE=set(names)).score == 0
    assert len(one.mark(RESPONSE=set(names[:2])).feedback) == 3


def test_an_order_is_right_as_written_and_not_asked_as_written() -> None:
    one = item("order")
    options = one.options()
    right = [options[text] for text in ("A reads", "A adds = 1", "A writes -> memory")]
    assert one.mark(RESPONSE=right).score == 1
    assert one.mark(RESPONSE=right[::-1]).score == 0
    assert list(options.values()) != right


def test_every_order_that_keeps_to_what_must_be_is_right() -> None:
    one = item("partial")
    name = one.options()
    a, b, c, d = (name[text] for text in ("A reads", "A writes", "B reads", "B writes"))
    for right in (
        [a, b, c, d],
        [a, c, b, d],
        [a, c, d, b],
        [c, a, b, d],
        [c, a, d, b],
        [c, d, a, b],
    ):
        assert one.mark(RESPONSE=right).score == 1
    for wrong in ([b, a, c, d], [a, d, c, b], [a, b, d, c]):
        assert one.mark(RESPONSE=wrong).score == 0


def test_any_accepted_text_is_right_in_any_case() -> None:
    for right in ("I/O", "i/o", "Input and output", "a * b"):
        assert item("typed").mark(RESPONSE=right).score == 1
    assert item("typed").mark(RESPONSE="the GIL").score == 0
    assert "Any other answer" in item("typed").mark(RESPONSE="x").feedback[0]


@pytest.mark.parametrize(
    ("number", "score"), [(5, 1), (4, 1), (6.5, 0), (3.9, 0), (91, 1), (111, 0)]
)
def test_a_number_is_right_within_its_tolerance(number: float, score: int) -> None:
    assert item("number").mark(RESPONSE=float(number)).score == score
    assert "(in ms)" in "".join(item("number").root.itertext())


def test_several_blanks_are_right_together() -> None:
    one = item("blanks")
    assert one.mark(RESPONSE_1="acquire", RESPONSE_2="release").score == 1
    assert one.mark(RESPONSE_1="release", RESPONSE_2="acquire").score == 0
    assert one.mark(RESPONSE_1="acquire").score == 0


def test_code_arrives_as_it_was_written() -> None:
    (code,) = item("single").all("pre")
    assert "".join(code.itertext()) == (
        'if 0 < lost < 10 and a & b:\n    print(f"{lost}: C:\\new")  # <b>\n'
    )


def test_addresses_are_whole() -> None:
    addresses = [one.attrib["href"] for one in item("single").all("a")]
    assert f"{SITE}/kinds/other/" in addresses
    assert all(address.startswith("http") for address in addresses)


def test_the_same_questions_give_the_same_bytes() -> None:
    assert qti(asked()) == qti(list(asked()))
