"""`questions/<id>.yaml`: a disputed point, and what the editors decided."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.model import Answer, EntityId, Kind, PropertyId, Question, SourceId, Status, TermId
from build_tools.problem import Problem, Problems
from build_tools.reading.ids import bad_id
from build_tools.reading.known_ids import KnownIds
from build_tools.reading.located import Located, Node, place_of, whole_file
from build_tools.reading.prose import check_prose, local
from build_tools.reading.shapes import AnswerShape, QuestionShape
from build_tools.reading.texts_by_language import ByLanguage
from build_tools.reading.validation import salvage
from build_tools.reading.yaml_nodes import Document
from build_tools.text.folding import fold_plain


def parse_question(document: Document, id: EntityId, names: KnownIds) -> tuple[Question, Problems]:
    """A question of the editors; its words become its label."""
    key, words = (Located(text, document.path, 1, 1, 1) for text in ("question", id))
    least: dict[Located, Node] = {key: words}
    shape, problems = salvage(QuestionShape, document.data, whole_file(document.path), least)
    about, property, astray = parse_about(shape.about, names)
    wrong = [*problems, *astray, *question_references(shape, names)]
    for text in (shape.reason, shape.note):
        wrong += check_prose(text, names, document.lines)
    question = Question(
        id=id,
        kind=Kind.QUESTION,
        label=local(shape.question),
        was=tuple(map(str, shape.was)),
        note=local(shape.note),
        about=about,
        about_property=property,
        answers=tuple(parse_answer(answer, said) for answer, said in shape.answers.items()),
        status=Status(str(shape.status or "open")),
        upholds=str(shape.upholds or ""),
        silent=known_sources(shape.silent, names),
        seen=tuple((str(value), known_sources(sources, names)) for value, sources in shape.seen.items()),
        reason=local(shape.reason),
        by=local(shape.by),
        decided=str(shape.decided or ""),
        origin=place_of(document.path, document.data),
    )
    return question, tuple(wrong)


def parse_answer(id: Located, said: AnswerShape | ByLanguage | Located) -> Answer:
    """An answer, with its forms where it is written in full."""
    if isinstance(said, AnswerShape):
        return Answer(TermId(str(id)), local(said.label), tuple(map(str, said.forms)))
    return Answer(TermId(str(id)), local(said))


def parse_about(
    about: Located | None, names: KnownIds
) -> tuple[EntityId | None, PropertyId | None, Problems]:
    """The figure, or the entity and its property, that a question is about."""
    if about is None:
        return None, None, ()
    entity, dot, property = str(about).partition(".")
    id = Located(entity, about.path, about.line, about.column, len(entity))
    if problem := names.entity(id):
        return None, None, (problem,)
    if not dot:
        return EntityId(entity), None, ()
    written = Located(property, about.path, about.line, about.column + len(entity) + 1, max(1, len(property)))
    if problem := names.property_of(written, names.entities[entity]):
        return None, None, (problem,)
    return EntityId(entity), PropertyId(property), ()


def known_sources(sources: list[Located], names: KnownIds) -> tuple[SourceId, ...]:
    return tuple(SourceId(str(source)) for source in sources if source in names.sources)


def question_references(shape: QuestionShape, names: KnownIds) -> Iterator[Problem]:
    """Sources that do not exist, a side upheld that is none, and answers whose ids are none."""
    for source in (*(source for sources in shape.seen.values() for source in sources), *shape.silent):
        if found := names.source(source):
            yield found
    if shape.upholds and (found := check_upheld(shape.upholds, shape)):
        yield found
    for answer in shape.answers:
        if found := bad_id(answer, answer.origin):
            yield found


def check_upheld(upheld: Located, shape: QuestionShape) -> Problem | None:
    """What is wrong with a side that is neither among those seen nor an answer."""
    known = [*map(str, shape.seen), *map(str, shape.answers)]
    if fold_plain(upheld) in map(fold_plain, known):
        return None
    hint = f"name one of: {', '.join(known)}" if known else "`dossier judge` writes the sides into `seen:`"
    return Problem(upheld.origin, "unknown-side", f"this question has no side `{upheld}`", hint)
