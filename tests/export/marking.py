"""A small learning platform: it reads an item of QTI 2.1 and marks an answer to it."""

from dataclasses import dataclass
from typing import Any
from xml.etree.ElementTree import Element, fromstring

PREFIX = "{http://www.imsglobal.org/xsd/imsqti_v2p1}"


@dataclass(frozen=True)
class Marked:
    """What came of an answer: the points, and everything that is then shown."""

    score: float
    feedback: list[str]


class Item:
    """An item as a platform holds it."""

    def __init__(self, xml: str) -> None:
        self.root = fromstring(xml)
        self.declared = {one.get("identifier"): one for one in self.all("responseDeclaration")}

    def all(self, tag: str) -> list[Element]:
        """Every element of a kind, in order."""
        return list(self.root.iter(PREFIX + tag))

    def options(self) -> dict[str, str]:
        """By their text, the identifiers of what there is to choose from."""
        return {
            "".join(one.itertext()): one.get("identifier", "") for one in self.all("simpleChoice")
        }

    def mark(self, **responses: Any) -> Marked:
        """Marks what a reader answered, by response identifier."""
        values: dict[str, Any] = {"SCORE": 0.0, "FEEDBACK": []}
        values |= {name: None for name in self.declared if name} | responses
        processing = self.root.find(f"{PREFIX}responseProcessing")
        assert processing is not None
        for rule in processing:
            self._rule(rule, values)
        shown = [
            "".join(one.itertext())
            for one in self.all("modalFeedback")
            if one.get("identifier") in values[one.get("outcomeIdentifier", "")]
        ]
        return Marked(values["SCORE"], shown)

    def _rule(self, rule: Element, values: dict[str, Any]) -> None:
        tag = rule.tag.removeprefix(PREFIX)
        if tag == "responseCondition":
            condition, *then = rule[0]
            if self._value(condition, values):
                for inner in then:
                    self._rule(inner, values)
        else:
            assert tag == "setOutcomeValue", tag
            values[rule.attrib["identifier"]] = self._value(rule[0], values)

    def _value(self, node: Element, values: dict[str, Any]) -> Any:
        tag = node.tag.removeprefix(PREFIX)
        inner = [self._value(child, values) for child in node]
        if tag == "baseValue":
            return float(node.text or "") if node.get("baseType") == "float" else node.text
        if tag == "variable":
            return values[node.attrib["identifier"]]
        if tag == "correct":
            return self._correct(node.attrib["identifier"])
        if tag == "mapResponse":
            return self._mapped(node.attrib["identifier"], values)
        if tag == "multiple":
            return [one for part in inner for one in (part if isinstance(part, set) else [part])]
        if tag == "ordered":
            return inner
        return self._truth(tag, node, inner)

    def _truth(self, tag: str, node: Element, inner: list[Any]) -> bool:
        if tag in ("and", "or"):
            return all(inner) if tag == "and" else any(inner)
        first, second = inner
        if first is None:
            return False
        if tag == "equal":
            below, above = map(float, node.attrib["tolerance"].split())
            assert node.get("toleranceMode") == "absolute"
            return bool(second - below <= first <= second + above)
        assert tag in ("match", "gt"), tag
        return bool(first == second if tag == "match" else first > second)

    def _correct(self, name: str) -> Any:
        declared = self.declared[name]
        values = [one.text for one in declared.iter(f"{PREFIX}value")]
        several = {"multiple": set, "ordered": list}.get(declared.attrib["cardinality"])
        return several(values) if several else values[0]

    def _mapped(self, name: str, values: dict[str, Any]) -> float:
        answer = values[name] or ""
        for entry in self.declared[name].iter(f"{PREFIX}mapEntry"):
            assert entry.get("caseSensitive") == "false"
            if entry.attrib["mapKey"].casefold() == answer.casefold():
                return float(entry.attrib["mappedValue"])
        return 0.0
