"""An item: one question as QTI 2.1 writes it."""

from collections.abc import Iterator
from html import escape

from scripts.export.clean import in_blocks
from scripts.export.orders import orders
from scripts.export.processing import (
    EXPLANATION,
    MOST_ORDERS,
    identifier,
    is_number,
    processing,
    says_each,
    variable,
)
from scripts.export.question import GAP, Choice, Question
from scripts.quiz import Accepted

NAMESPACE = "http://www.imsglobal.org/xsd/imsqti_v2p1"
SCHEMA = f"{NAMESPACE} http://www.imsglobal.org/xsd/qti/qtiv2p1/imsqti_v2p1.xsd"
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'


def cannot(question: Question) -> str:
    """Why QTI cannot hold it; "" where it can."""
    quiz = question.quiz
    if quiz.kind == "schedule":
        return "QTI has no explorer."
    if (
        quiz.kind == "order"
        and len(orders(len(quiz.options), quiz.before, MOST_ORDERS)) > MOST_ORDERS
    ):
        return f"more than {MOST_ORDERS} orders are right, and QTI names each."
    if any("\n" in one.text for blank in question.accepted for one in blank):
        return "an answer that QTI can mark has one line."
    if any(_is_mixed(blank) for blank in question.accepted):
        return "QTI holds numbers with a tolerance or texts, not both."
    return ""


def item(question: Question) -> str:
    """The item's file."""
    attributes = {
        "xmlns": NAMESPACE,
        "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
        "xsi:schemaLocation": SCHEMA,
        "identifier": question.id,
        "title": question.title,
        "adaptive": "false",
        "timeDependent": "false",
    }
    opening = " ".join(f'{name}="{escape(value)}"' for name, value in attributes.items())
    parts = [*_declared(question), *_body(question), *processing(question), *_feedback(question)]
    return f"{HEAD}<assessmentItem {opening}>\n" + "\n".join(parts) + "\n</assessmentItem>\n"


def _declared(question: Question) -> Iterator[str]:
    """What a reader answers and which of it is right, and what comes of it."""
    if question.accepted:
        for number, blank in enumerate(question.accepted):
            yield _declared_blank(variable(question, number), blank)
    else:
        several = {"single": "single", "order": "ordered"}
        cardinality = several.get(question.quiz.kind, "multiple")
        values = "".join(
            f"<value>{identifier(one)}</value>" for one in question.choices if one.right
        )
        yield (
            f'<responseDeclaration identifier="RESPONSE" cardinality="{cardinality}" '
            f'baseType="identifier"><correctResponse>{values}</correctResponse></responseDeclaration>'
        )
    yield (
        '<outcomeDeclaration identifier="SCORE" cardinality="single" baseType="float">'
        "<defaultValue><value>0</value></defaultValue></outcomeDeclaration>"
    )
    yield '<outcomeDeclaration identifier="FEEDBACK" cardinality="multiple" baseType="identifier"/>'


def _declared_blank(response: str, blank: tuple[Accepted, ...]) -> str:
    """A number with its tolerance, or every text that is right."""
    opening = f'<responseDeclaration identifier="{response}" cardinality="single" '
    if is_number(blank):
        right = f"<correctResponse><value>{blank[0].number:.12g}</value></correctResponse>"
        return f'{opening}baseType="float">{right}</responseDeclaration>'
    right = f"<correctResponse><value>{_xml(blank[0].text)}</value></correctResponse>"
    entries = "".join(
        f'<mapEntry mapKey="{escape(one.text)}" mappedValue="1" caseSensitive="false"/>'
        for one in blank
    )
    mapping = f'<mapping defaultValue="0" upperBound="1">{entries}</mapping>'
    return f'{opening}baseType="string">{right}{mapping}</responseDeclaration>'


def _body(question: Question) -> Iterator[str]:
    """The question and what there is to answer with."""
    yield "<itemBody>"
    stem = in_blocks(question.stem + _unit(question))
    yield GAP.sub(lambda gap: _gap(question, int(gap[1])), stem)
    if question.quiz.kind == "order":
        yield '<orderInteraction responseIdentifier="RESPONSE" shuffle="false">'
        yield from map(_choice, question.steps)
        yield "</orderInteraction>"
    elif not question.accepted:
        most = 1 if question.quiz.kind == "single" else 0
        opening = f'<choiceInteraction responseIdentifier="RESPONSE" maxChoices="{most}" '
        yield f'{opening}shuffle="false">'
        yield from map(_choice, question.choices)
        yield "</choiceInteraction>"
    yield "</itemBody>"


def _gap(question: Question, number: int) -> str:
    length = max(len(one.text) for one in question.accepted[number]) + 2
    name = variable(question, number)
    return f'<textEntryInteraction responseIdentifier="{name}" expectedLength="{length}"/>'


def _unit(question: Question) -> str:
    """The unit, said with the question: a number in QTI has none."""
    numbers = [blank for blank in question.accepted if is_number(blank)]
    units = {one.unit for blank in numbers for one in blank if one.unit}
    return f"<p>(in {_xml(', '.join(sorted(units)))})</p>" if units else ""


def _choice(choice: Choice) -> str:
    return f'<simpleChoice identifier="{identifier(choice)}">{choice.text}</simpleChoice>'


def _feedback(question: Question) -> Iterator[str]:
    """What is said of the options that were chosen, and in any case at the end."""
    if says_each(question):
        for choice in question.choices:
            if choice.why:
                yield _modal(identifier(choice), choice.why)
        yield _modal(EXPLANATION, question.explanation + question.source)
    else:
        yield _modal(EXPLANATION, question.whys + question.explanation + question.source)


def _modal(identifier: str, html: str) -> str:
    opening = f'<modalFeedback outcomeIdentifier="FEEDBACK" identifier="{identifier}"'
    return f'{opening} showHide="show">{in_blocks(html)}</modalFeedback>'


def _is_mixed(blank: tuple[Accepted, ...]) -> bool:
    return not is_number(blank) and any(one.within for one in blank)


def _xml(text: str) -> str:
    return escape(text, quote=False)
