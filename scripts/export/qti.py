"""QTI 2.1: a package of items and a test, for learning platforms."""

import io
import zipfile
from collections.abc import Sequence
from html import escape
from itertools import groupby

from scripts.export.item import HEAD, NAMESPACE, cannot, item
from scripts.export.question import Question

PACKAGE = "http://www.imsglobal.org/xsd/imscp_v1p1"
# The same file from the same questions, on every day.
NO_DAY = (1980, 1, 1, 0, 0, 0)


def qti(questions: Sequence[Question]) -> tuple[bytes, list[str]]:
    """The package as a zip, and a sentence for each question that it cannot hold."""
    held = [one for one in questions if not cannot(one)]
    files = {"imsmanifest.xml": _manifest(held), "test.xml": _test(held)}
    files |= {_path(question): item(question) for question in held}
    told = [one.left_out(reason) for one in questions if (reason := cannot(one))]
    return _zipped(files), told


def _path(question: Question) -> str:
    return f"items/{question.id}.xml"


def _manifest(questions: Sequence[Question]) -> str:
    """What is in the package, and what needs what."""
    needed = "".join(f'<dependency identifierref="{one.id}"/>' for one in questions)
    items = "".join(
        f'<resource identifier="{one.id}" type="imsqti_item_xmlv2p1" href="{_path(one)}">'
        f'<file href="{_path(one)}"/></resource>\n'
        for one in questions
    )
    return f"""{HEAD}<manifest xmlns="{PACKAGE}" identifier="MANIFEST">
<metadata><schema>QTIv2.1 Package</schema><schemaversion>1.0.0</schemaversion></metadata>
<organizations/>
<resources>
<resource identifier="TEST" type="imsqti_test_xmlv2p1" href="test.xml"><file href="test.xml"/>{needed}</resource>
{items}</resources>
</manifest>
"""


def _test(questions: Sequence[Question]) -> str:
    """All items, a section for each chapter; the points of all together."""
    sections = "".join(
        _section(chapter, list(some))
        for chapter, some in groupby(questions, lambda one: one.chapter)
    )
    title = questions[0].book if questions else "No questions"
    return f"""{HEAD}<assessmentTest xmlns="{NAMESPACE}" identifier="TEST" title="{escape(title)}">
<outcomeDeclaration identifier="SCORE" cardinality="single" baseType="float"><defaultValue><value>0</value></defaultValue></outcomeDeclaration>
<testPart identifier="ALL" navigationMode="nonlinear" submissionMode="individual">
<itemSessionControl maxAttempts="0" showFeedback="true"/>
{sections}</testPart>
<outcomeProcessing><setOutcomeValue identifier="SCORE"><sum><testVariables variableIdentifier="SCORE"/></sum></setOutcomeValue></outcomeProcessing>
</assessmentTest>
"""


def _section(chapter: str, questions: Sequence[Question]) -> str:
    items = "".join(
        f'<assessmentItemRef identifier="{one.id}" href="{_path(one)}"/>\n' for one in questions
    )
    opening = f'<assessmentSection identifier="CHAPTER-{escape(chapter)}" title="{escape(chapter)}"'
    return f'{opening} visible="true">\n{items}</assessmentSection>\n'


def _zipped(files: dict[str, str]) -> bytes:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as package:
        for name, text in files.items():
            entry = zipfile.ZipInfo(name, NO_DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(entry, text)
    return whole.getvalue()
