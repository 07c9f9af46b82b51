"""Processing: how a platform that reads QTI 2.1 marks an answer, and what it then says."""

from collections.abc import Iterator

from scripts.export.orders import orders
from scripts.export.question import Choice, Question
from scripts.quiz import Accepted

# More right orders than this are not written out one by one.
MOST_ORDERS = 24
EXPLANATION = "explanation"


def processing(question: Question) -> Iterator[str]:
    """One point for all and only what is right, then what is to be said."""
    yield "<responseProcessing><responseCondition><responseIf>"
    yield from _is_right(question)
    yield '<setOutcomeValue identifier="SCORE"><baseValue baseType="float">1</baseValue>'
    yield "</setOutcomeValue></responseIf></responseCondition>"
    yield '<setOutcomeValue identifier="FEEDBACK"><multiple>'
    yield f'<baseValue baseType="identifier">{EXPLANATION}</baseValue>'
    if says_each(question):
        yield '<variable identifier="RESPONSE"/>'
    yield "</multiple></setOutcomeValue></responseProcessing>"


def _is_right(question: Question) -> Iterator[str]:
    if question.accepted:
        yield "<and>"
        for number, blank in enumerate(question.accepted):
            yield from _fits(variable(question, number), blank)
        yield "</and>"
    elif question.quiz.kind == "order":
        yield "<or>"
        for order in orders(len(question.choices), question.quiz.before, MOST_ORDERS):
            yield f'<match><variable identifier="RESPONSE"/><ordered>{_ordered(question, order)}'
            yield "</ordered></match>"
        yield "</or>"
    else:
        yield '<match><variable identifier="RESPONSE"/><correct identifier="RESPONSE"/></match>'


def _fits(response: str, blank: tuple[Accepted, ...]) -> Iterator[str]:
    """Whether what stands in a blank is one of the things that are right there."""
    if not is_number(blank):
        yield f'<gt><mapResponse identifier="{response}"/>'
        yield '<baseValue baseType="float">0</baseValue></gt>'
        return
    yield "<or>"
    for one in blank:
        within = f"{one.within:.12g} {one.within:.12g}"
        yield f'<equal toleranceMode="absolute" tolerance="{within}"><variable identifier="{response}"/>'
        yield f'<baseValue baseType="float">{one.number:.12g}</baseValue></equal>'
    yield "</or>"


def _ordered(question: Question, order: list[int]) -> str:
    names = [identifier(question.choices[place - 1]) for place in order]
    return "".join(f'<baseValue baseType="identifier">{name}</baseValue>' for name in names)


def variable(question: Question, number: int) -> str:
    """The name of what a reader types into a blank."""
    return "RESPONSE" if len(question.accepted) == 1 else f"RESPONSE_{number + 1}"


def identifier(choice: Choice) -> str:
    """An identifier of QTI: it begins with a letter."""
    return f"option-{choice.name}"


def is_number(blank: tuple[Accepted, ...]) -> bool:
    """Whether numbers alone are right in a blank."""
    return all(one.number is not None for one in blank)


def says_each(question: Question) -> bool:
    """Whether each option can have its say: where the answer is a set of options."""
    return question.quiz.is_choice and question.quiz.kind != "order"
