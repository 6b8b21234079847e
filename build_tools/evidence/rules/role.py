"""Roles that exclude each other, and roles that have one holder."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from build_tools.evidence.disagreements import disagreements
from build_tools.evidence.overtaking import holders_apart
from build_tools.evidence.positions import Position, positions
from build_tools.evidence.rules.table import Heading, Table, conflict, conflicts
from build_tools.model import (
    Claim,
    Conflict,
    Entity,
    EntityId,
    PropertyId,
    Rule,
    Stance,
    StatementGroup,
    Term,
    TermId,
    TermValue,
    ValueType,
    Verdict,
)
from build_tools.text.folding import fold_plain

NOWHERE = EntityId("")

Terms = Mapping[TermId, Term]
Post = tuple[TermId, EntityId, PropertyId]


def role(table: Table) -> Iterator[Conflict]:
    """One person in two roles that exclude each other, or two people in a role that has one holder."""
    groups = [group for group in table.groups.values() if _is_of_terms(table, group)]
    for group in groups:
        yield from _excluded(table, group)
    yield from _two_holders(table, groups)


def _is_of_terms(table: Table, group: StatementGroup) -> bool:
    property = table.property(group.property)
    return property is not None and property.type is ValueType.TERM and not property.single


def _affirmed(group: StatementGroup) -> Iterator[tuple[TermId, Claim]]:
    for statement in group.statements:
        if statement.stance is Stance.AFFIRMS and isinstance(statement.value, TermValue):
            for claim in statement.claims:
                yield statement.value.id, claim


def _excluded(table: Table, group: StatementGroup) -> Iterator[Conflict]:
    terms = table.inputs.vocabulary.terms
    held = [(term, claim) for term, claim in _affirmed(group) if term in terms]
    if not _any_exclude({term for term, _ in held}, terms):
        return

    def stands(a: Position, b: Position) -> Verdict:
        if a.value == b.value:
            return Verdict.AGREE
        return Verdict.CONFLICT if _exclude(a, b, terms) else Verdict.INCOMPARABLE

    heading = Heading(f"{group.subject}.{group.property}", Rule.ROLE, group.subject, group.property)
    found = disagreements(positions([claim for _, claim in held]), stands)
    yield from conflicts(heading, found)


def _any_exclude(held: set[TermId], terms: Terms) -> bool:
    return any(held & set(terms[term].excludes) for term in held)


def _exclude(a: Position, b: Position, terms: Terms) -> bool:
    match a.value, b.value:
        case TermValue(id=one), TermValue(id=other):
            return other in terms[one].excludes or one in terms[other].excludes
        case _:
            return False


def _two_holders(table: Table, groups: list[StatementGroup]) -> Iterator[Conflict]:
    for (term, organisation, property), claims in sorted(_posts(table, groups).items()):
        subject = organisation or min(claim.subject for claim in claims)
        name = f"{organisation}.{term}" if organisation else term
        heading = Heading(name, Rule.ROLE, subject, property)
        apart = holders_apart(claims, table.inputs)
        for found in disagreements(positions(claims), _holders_stand, apart):
            yield conflict(heading, found)


def _posts(table: Table, groups: list[StatementGroup]) -> dict[Post, list[Claim]]:
    """The claims on each post: a role at one organisation, or a role of which nobody says where it is.

    A claim without an organisation leaves open which post it is, if others name one, unless its quote names
    just one of those.
    """
    terms = table.inputs.vocabulary.terms
    posts: dict[Post, list[Claim]] = defaultdict(list)
    for group in groups:
        for term, claim in _affirmed(group):
            if term in terms and terms[term].single_holder and claim.property:
                posts[term, claim.qualifiers.at or NOWHERE, claim.property].append(claim)
    placed = {term for term, organisation, _ in posts if organisation}
    for post in [post for post in posts if not post[1] and post[0] in placed]:
        others = [other[1] for other in posts if other[1] and (other[0], other[2]) == (post[0], post[2])]
        for claim in posts[post]:
            named = [id for id in others if _is_named(table.inputs.entities.get(id), claim)]
            if len(named) == 1:
                posts[post[0], named[0], post[2]].append(claim)
    return {
        post: claims
        for post, claims in posts.items()
        if (post[1] or post[0] not in placed) and len({one.subject for one in claims}) > 1
    }


def _is_named(organisation: Entity | None, claim: Claim) -> bool:
    """Whether the quote of a claim has a name of an organisation in it."""
    if organisation is None:
        return False
    quote = fold_plain("".join(claim.citation.quote))
    names = (*organisation.label.texts, *(alias.text for alias in organisation.aliases))
    return any(name and fold_plain(name) in quote for name in names)


def _holders_stand(a: Position, b: Position) -> Verdict:
    return Verdict.AGREE if a.subject == b.subject else Verdict.CONFLICT
