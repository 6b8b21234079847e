"""What the editors make of a disagreement, and what has been read since."""

from __future__ import annotations

from build_tools.model import Claim, ConflictFinding, DateValue, Question, Status
from build_tools.pages.parts import retold
from build_tools.pages.sheet import Sheet, prose, tagged
from build_tools.pages.words import claimed
from build_tools.website import markdown as md
from build_tools.website.markdown import Markup

DECIDED = {
    Status.OPEN: "The editors have not decided this.",
    Status.EXPLAINED: "The editors think that this can be explained.",
    Status.RESOLVED: "The editors have decided this.",
    Status.CHANGED: "The editors think that each was so, at its own time.",
}


def banner(sheet: Sheet, conflict: ConflictFinding) -> Markup:
    """What has been read since the editors judged."""
    if not conflict.unseen:
        return md.EMPTY
    return md.admonition(
        sheet.say("New since the editors judged"), claim_list(sheet, conflict.unseen), css="warning new"
    )


def judgement(sheet: Sheet, question: Question | None, held: Markup = md.EMPTY) -> Markup:
    """What the editors decided and hold, why, who and when; or that nobody has."""
    if question is None:
        return sheet.say("No editor has written about this yet.")
    signed = sheet.phrases([tagged(sheet, sheet.edition.prose(question.by)), _decided(sheet, question)])
    decided = md.strong(sheet.sentences([sheet.say(DECIDED[question.status]), held]))
    return md.blocks(decided, prose(sheet, question.reason), md.paragraph(signed, css="signed"))


def way_to_judgement(sheet: Sheet, conflict: ConflictFinding) -> Markup:
    """In a sentence, that editors have explained or decided it: a link to why."""
    if conflict.question is None or conflict.status is Status.OPEN:
        return md.EMPTY
    return md.link("#judgement", sheet.say(DECIDED[conflict.status]))


def _decided(sheet: Sheet, question: Question) -> Markup:
    if not question.decided:
        return md.EMPTY
    day = DateValue(question.decided, None, None)
    message = "as of {date}" if question.status is Status.OPEN else "decided {date}"
    return sheet.say(message, date=sheet.edition.date(day))


def claim_list(sheet: Sheet, claims: tuple[Claim, ...]) -> Markup:
    """Claims in a list: what each says, and who says it."""
    return md.bullets(
        [
            sheet.fill("{value} — {claim}", value=claimed(sheet, each), claim=retold(sheet, each))
            for each in claims
        ]
    )
