"""What the editors make of a disagreement, and what has been read since."""

from __future__ import annotations

from build_tools.model import Claim, Conflict, DateValue, Question, Status
from build_tools.pages.parts import retold
from build_tools.pages.sheet import Sheet, prose, tagged
from build_tools.pages.words import claimed
from build_tools.website import markdown as md
from build_tools.website.markdown import Markup

STANDINGS = {
    Status.OPEN: "The editors have not decided this.",
    Status.EXPLAINED: "The editors think that this can be explained.",
    Status.RESOLVED: "The editors have decided this.",
}


def banner(sheet: Sheet, conflict: Conflict) -> Markup:
    """What has been read since the editors judged."""
    if not conflict.unseen:
        return md.EMPTY
    return md.admonition(
        sheet.say("New since the editors judged"), claim_list(sheet, conflict.unseen), css="warning new"
    )


def judgement(sheet: Sheet, question: Question | None) -> Markup:
    """What the editors decided, why, who and when; or that nobody has."""
    if question is None:
        return sheet.say("No editor has written about this yet.")
    signed = sheet.phrases([tagged(sheet, sheet.edition.prose(question.by)), _decided(sheet, question)])
    standing = md.strong(sheet.say(STANDINGS[question.status]))
    return md.blocks(standing, prose(sheet, question.reason), md.paragraph(signed, css="signed"))


def way_to_judgement(sheet: Sheet, conflict: Conflict) -> Markup:
    """In a sentence, that editors have explained or decided it: a link to why."""
    if conflict.question is None or conflict.status is Status.OPEN:
        return md.EMPTY
    return md.link("#judgement", sheet.say(STANDINGS[conflict.status]))


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
