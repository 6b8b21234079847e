"""What the editors make of a disagreement, and what has been read since."""

from __future__ import annotations

from build_tools.model import Claim, ConflictFinding, DateValue, Question, Status
from build_tools.pages.parts.footnotes import retold
from build_tools.pages.parts.page_context import Context, prose, tagged
from build_tools.pages.parts.value_words import claimed
from build_tools.website import markdown as md
from build_tools.website.markdown import Markup

DECIDED = {
    Status.OPEN: "The editors have not decided this.",
    Status.EXPLAINED: "The editors think that this can be explained.",
    Status.RESOLVED: "The editors have decided this.",
    Status.CHANGED: "The editors think that each was so, at its own time.",
    Status.WITHDRAWN: "Those who gave one side have taken it back.",
}


def banner(context: Context, conflict: ConflictFinding) -> Markup:
    """What has been read since the editors judged."""
    if not conflict.unseen:
        return md.EMPTY
    return md.admonition(
        context.say("New since the editors judged"), claim_list(context, conflict.unseen), css="warning new"
    )


def judgement(context: Context, question: Question | None, held: Markup = md.EMPTY) -> Markup:
    """What the editors decided and hold, why, who and when; or that nobody has."""
    if question is None:
        return context.say("No editor has written about this yet.")
    signed = context.phrases(
        [tagged(context, context.edition.prose(question.by)), _decided(context, question)]
    )
    decided = md.strong(context.sentences([context.say(DECIDED[question.status]), held]))
    return md.blocks(decided, prose(context, question.reason), md.paragraph(signed, css="signed"))


def way_to_judgement(context: Context, conflict: ConflictFinding) -> Markup:
    """In a sentence, that editors have explained or decided it: a link to why."""
    if conflict.question is None or conflict.status is Status.OPEN:
        return md.EMPTY
    return md.link("#judgement", context.say(DECIDED[conflict.status]))


def _decided(context: Context, question: Question) -> Markup:
    if not question.decided:
        return md.EMPTY
    day = DateValue(question.decided, None, None)
    message = "as of {date}" if question.status is Status.OPEN else "decided {date}"
    return context.say(message, date=context.edition.date(day))


def claim_list(context: Context, claims: tuple[Claim, ...]) -> Markup:
    """Claims in a list: what each says, and who says it."""
    return md.bullets(
        [
            context.fill("{value} — {claim}", value=claimed(context, each), claim=retold(context, each))
            for each in claims
        ]
    )
