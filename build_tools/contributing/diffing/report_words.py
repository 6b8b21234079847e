"""Claims and conflicts of a dossier, in words for a reviewer."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields

from build_tools.contributing.diffing.changes import Recounted
from build_tools.evidence.keys import value_key
from build_tools.evidence.questions import side_label
from build_tools.grouped import grouped
from build_tools.model import Claim, Conflict, DateValue, Dossier, LocalText, Stance, TextValue
from build_tools.text.paragraphs import sentence_around
from build_tools.website import markdown as md
from build_tools.website.markdown import Markup


class ReportWords:
    """Puts what one state of the dossier says into words."""

    def __init__(self, dossier: Dossier) -> None:
        self.dossier = dossier

    def claims(self, claims: Iterable[Claim]) -> list[Markup]:
        """Claims as read; all claims of one quote come before it."""
        by_quote = grouped(claims, lambda claim: (claim.citation.source, claim.citation.spans))
        return [
            md.join((*map(self.said, there), self.quote(there[0])), md.BREAK) for there in by_quote.values()
        ]

    def said(self, claim: Claim) -> Markup:
        """A claim, with the value that was read."""
        value = self.value(claim)
        return md.fill(
            "{subject}{value}{qualified}",
            subject=md.strong(md.text(self.subject(claim))),
            value=md.fill(": {value}", value=value) if value else md.EMPTY,
            qualified=md.text("".join(f", {part}" for part in qualified(claim))),
        )

    def subject(self, claim: Claim) -> str:
        """The subject and the property, in English."""
        entity = self.dossier.inputs.entities.get(claim.subject)
        name = words_for_reviewers(entity.label) if entity else claim.subject
        return f"{name}, {claim.property}" if claim.property not in (None, "value", "answer") else name

    def value(self, claim: Claim) -> Markup:
        """The article's words, and what they were read as."""
        denied = "denied " if claim.qualifiers.stance is Stance.DENIES else ""
        match claim.value:
            case TextValue(text=text):
                return md.text(f"{denied}{words_for_reviewers(text)}")
            case None:
                return md.text(denied.strip())
        read = value_key(claim.value).removeprefix("exact ").replace("_", " ")
        if not claim.raw or "".join(claim.raw.split()) == "".join(read.split()):
            return md.text(f"{denied}{read}")
        return md.text(f"{denied}{claim.raw} = {read}")

    def quote(self, claim: Claim) -> Markup:
        """The place, and the sentence with the quoted words in bold."""
        text = self.dossier.inputs.sources[claim.citation.source].text
        parts = [md.text(f"{claim.citation.source}, line {claim.citation.line}: ")]
        around = sentence_around(text, claim.citation.spans[0])
        at = around.start
        for span in claim.citation.spans:
            parts += [md.text(text[at : span.start]), md.strong(md.text(text[span.start : span.end]))]
            at = span.end
        return md.join((*parts, md.text(text[at : max(around.end, at)])))

    def conflict(self, conflict: Conflict) -> Markup:
        """The question and its sides."""
        entity = self.dossier.inputs.entities.get(conflict.subject)
        asked = conflict.question.label if conflict.question else entity.label if entity else LocalText()
        name = md.strong(md.text(words_for_reviewers(asked) or conflict.id))
        return md.fill("{name}: {sides}", name=name, sides=self.sides(conflict))

    def sides(self, conflict: Conflict) -> Markup:
        """The values that cannot all be true, with their sources, and what the editors make of them."""
        sides = [f"{side_label(side)} ({', '.join(side.sources)})" for side in conflict.sides]
        return md.text(f"{' – '.join(sides)}, {conflict.status}")

    def recounted(self, one: Recounted) -> Markup:
        """How many origins a statement had, and has."""
        first = one.statement.claims[0]
        return md.fill(
            "{said}: {count}",
            said=md.strong(md.text(self.subject(first))),
            count=md.join(
                (self.value(first), md.text(f"{one.before} → {one.after} origins")), md.Markup(", ")
            ),
        )


def words_for_reviewers(text: LocalText) -> str:
    """The words for reviewers: English where there is any."""
    return text.en or text.first


def qualified(claim: Claim) -> tuple[str, ...]:
    """The qualifiers that the contributor gave."""
    given = ((one.name, getattr(claim.qualifiers, one.name), one.default) for one in fields(claim.qualifiers))
    return tuple(
        f"{name.removesuffix('_').replace('_', ' ')}: {plainly(value)}"
        for name, value, default in given
        if value != default and name != "stance"
    )


def plainly(value: object) -> str:
    """The value of a qualifier."""
    match value:
        case DateValue():
            return value.edtf or value.raw
        case LocalText():
            return words_for_reviewers(value)
        case _:
            return str(value)
