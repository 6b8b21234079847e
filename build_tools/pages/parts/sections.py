"""What the pages of people, events and figures have in common."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from functools import partial
from typing import TypeVar

from build_tools.grouped import grouped
from build_tools.model import (
    SHIPPED,
    DateValue,
    Entity,
    Kind,
    Mention,
    PropertyId,
    Quantity,
    SourceId,
    StatementGroup,
    TermValue,
    TextValue,
)
from build_tools.pages.parts.attribution import article
from build_tools.pages.parts.callouts import callouts, disputed
from build_tools.pages.parts.footnotes import cites, finish
from build_tools.pages.parts.lists import figure_list
from build_tools.pages.parts.page_context import Context, prose, sentence
from build_tools.pages.parts.property_statements import group, group_heading
from build_tools.pages.parts.value_words import flat, value_markup
from build_tools.pages.parts.view import View
from build_tools.values import show_date
from build_tools.website import markdown as md
from build_tools.website.addresses import page_of_entity
from build_tools.website.markdown import Markup
from build_tools.website.page import Page, PlannedPage

KINDS = {
    **{shipped.kind: shipped.label.en for shipped in SHIPPED},
    Kind.EVENT: "Event",
    Kind.FIGURE: "Figure",
    Kind.QUESTION: "Disagreement",
}

E = TypeVar("E", bound=Entity)
MOST_NAMES = 100
DATED_IN = {"en": "en", "zh": "zh-Hans"}


def context_of(view: View, entity: Entity) -> Context:
    """The context of an entity's page."""
    return Context(view, page_of_entity(entity))


def planned_entity(view: View, entity: E, make: Callable[[View, E], Page]) -> PlannedPage:
    """The page of an entity, to be made."""
    return PlannedPage(page_of_entity(entity), partial(make, view, entity), edit=entity.origin.path)


def finish_entity(context: Context, entity: Entity, *content: Markup) -> Page:
    """The page of an entity with what is on it."""
    return finish(context, _frame(context.view, entity), *content)


def _frame(view: View, entity: Entity) -> Page:
    names = (*entity.label.texts, *(alias.text for alias in entity.aliases))
    raw = (mention.raw for mention in view.index.mentions_of.get(entity.id, ()))
    called = view.edition.label(entity)
    languages, own = view.dossier.inputs.settings.languages, view.edition
    ours = [DATED_IN[language] for language in languages if language in DATED_IN]
    dated_in = ours if own.text in DATED_IN else (*ours, own.place)
    given = (
        form
        for claim in view.index.claims_on.get(entity.id, ())
        if isinstance(claim.value, Quantity | DateValue)
        for form in _written(claim.raw, claim.value, dated_in)
    )
    return Page(
        address=page_of_entity(entity),
        title=called.text,
        lang="" if called.lang == view.edition.lang else called.lang,
        description=view.without_marks(entity.summary),
        kind=kind_label(view, entity.kind),
        names=tuple(dict.fromkeys(each for each in (*names, *raw, *given) if each)),
        edit=entity.origin.path,
    )


def kind_label(view: View, kind: Kind) -> str:
    """What one of a kind is called: by the site, or by the dossier that declares it."""
    if kind in KINDS:
        return view.edition.say(KINDS[kind])
    return next(view.edition.words(own.label) for own in view.kinds if own.kind is kind)


def _written(raw: str, value: Quantity | DateValue, places: Iterable[str]) -> Iterable[str]:
    """A value as the article writes it; a date also as readers of each language of the site do."""
    yield raw
    if isinstance(value, DateValue):
        yield from (show_date(value, place) for place in places)


def lead(context: Context, entity: Entity) -> Markup:
    """Who or what it is: the editors' summary, else the first account of a source, else its offices."""
    if entity.summary:
        return prose(context, entity.summary, css="lead")
    told = [
        claim
        for claim in context.view.index.claims_on.get(entity.id, ())
        if isinstance(claim.value, TextValue)
    ]
    if not told:
        return md.paragraph(_offices(context, entity) or context.say(KINDS[entity.kind]), css="lead")
    first = md.join([value_markup(context, told[0].value, entity.id), cites(told[:1])])
    return md.paragraph(first, css="lead")


def _offices(context: Context, entity: Entity) -> Markup:
    view = context.view
    points = ((each.subject, each.property) for each in view.dossier.groups_of.get(entity.id, ()))
    said = (each for point in points for each in view.findings.statements[point])
    offices = [each for each in said if isinstance(each.value, TermValue)]
    shown = context.some(offices, lambda each: md.join([flat(context, each, entity.id), cites(each.claims)]))
    return context.several(shown)


def remark(context: Context, entity: Entity) -> Markup:
    """The editors' note: why something only seems to be a disagreement."""
    if not entity.note:
        return md.EMPTY
    said = context.fill("The editors note: {note}", note=sentence(context, entity.note))
    return md.paragraph(said, css="remark")


def disputed_section(context: Context, entity: Entity) -> Markup:
    """The disagreements on an entity."""
    return section(context, "What is disputed", "disputed", disputed(context, entity.id))


def figures_section(context: Context, entity: Entity) -> Markup:
    """The figures that are of an entity."""
    found = context.view.figures_of.get(entity.id, ())
    return section(context, "Figures", "figures", figure_list(context, found))


def names_section(context: Context, entity: Entity) -> Markup:
    """The names of an entity as each article writes them, and how often."""
    found = grouped(context.view.index.mentions_of.get(entity.id, ()), lambda mention: mention.source)
    ids = sorted(found, key=context.view.index.order_of_sources.__getitem__)
    rows = [[article(context, id), _forms(context, id, found[id])] for id in ids]
    names = md.table([context.say("Article"), context.say("Names, and how often")], rows)
    return section(context, "Names, as each article writes them", "names", names)


def _forms(context: Context, id: SourceId, mentions: tuple[Mention, ...]) -> Markup:
    language = context.view.dossier.inputs.sources[id].language
    counts = Counter(mention.raw for mention in mentions)

    def shown(form: tuple[str, int]) -> Markup:
        return md.join([md.inline("span", md.text(form[0]), lang=language), md.text(f"\u00a0×{form[1]}")])

    return context.listed(context.some(tuple(counts.items()), shown, most=MOST_NAMES))


def statement_sections(context: Context, groups: Iterable[StatementGroup]) -> Markup:
    """What sources say, property by property, each disagreement beside the value it concerns."""
    return md.blocks(
        *(
            _statement_section(context, each, group_heading(context, each))
            for each in in_vocabulary_order(context.view, groups)
        )
    )


def answer(context: Context, groups: Iterable[StatementGroup]) -> Markup:
    """The same under a heading that already asks for it (when, who): one property needs no heading."""
    found = in_vocabulary_order(context.view, groups)
    if len(found) > 1:
        return statement_sections(context, found)
    return md.blocks(*(_statement_section(context, each, md.EMPTY) for each in found))


def _statement_section(context: Context, said: StatementGroup, heading: Markup) -> Markup:
    return md.blocks(heading, callouts(context, said.subject, said.property), group(context, said))


def in_vocabulary_order(view: View, groups: Iterable[StatementGroup]) -> tuple[StatementGroup, ...]:
    """Groups in the order of the vocabulary: whether it happened first, accounts last."""
    properties = view.dossier.inputs.vocabulary.properties
    places: dict[PropertyId | None, int] = {id: at for at, id in enumerate(properties)}

    def place(said: StatementGroup) -> tuple[bool, bool, int, str]:
        told = any(isinstance(each.value, TextValue) for each in said.statements)
        return said.property is not None, told, places.get(said.property, 0), str(said.property)

    return tuple(sorted(groups, key=place))


def section(context: Context, title: str, id: str, content: Markup) -> Markup:
    """A section with its heading; nothing where there is nothing to say."""
    return md.blocks(context.heading(2, title, id), content) if content else md.EMPTY
