"""A page being written: which one it is, in which edition, and how it speaks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from build_tools.model import Entity, EntityId, LocalText, Source
from build_tools.pages.parts.view import View, note_key
from build_tools.text.letters import HAN, KANA, KANA_LETTER
from build_tools.website import markdown as md
from build_tools.website.addresses import Address, relative
from build_tools.website.chinese_script import script_of
from build_tools.website.editions import Edition, Said
from build_tools.website.editors_prose import Cited, Named, Piece, StyledWords, read_prose
from build_tools.website.markdown import Markup
from build_tools.website.name_links import Name, split_names
from build_tools.website.typography import kept_together

MOST = 20
T = TypeVar("T")
EAST_ASIAN = re.compile(rf"([{HAN}{KANA}]+(?:·[{HAN}{KANA}]+)*)")


@dataclass(frozen=True, slots=True)
class Context:
    """Where words are put: links on it are relative to its address."""

    view: View
    here: Address

    @property
    def edition(self) -> Edition:
        """The edition that the page is of."""
        return self.view.edition

    def say(self, message: str, **values: str | int) -> Markup:
        """A message of the site in this edition's language, or in English, marked as such."""
        return self._marked(message, md.text(self.edition.say(message, **values)))

    def fill(self, message: str, **values: Markup) -> Markup:
        """A message of the site with links and other markup in its gaps."""
        if self._is_said(message):
            return md.fill(self.edition.message(message), **values)
        own = {name: md.inline("span", value, lang=self.edition.lang) for name, value in values.items()}
        return self._marked(message, md.fill(self.edition.message(message), **own))

    def count(self, one: str, many: str, n: int, **values: str | int) -> Markup:
        """A message of the site that depends on a number."""
        return self._marked(one, md.text(self.edition.count(one, many, n, **values)))

    def _is_said(self, message: str) -> bool:
        """Whether a message is in this edition's language."""
        return self.edition.lang == "en" or self.edition.language_of(message) == self.edition.lang

    def _marked(self, message: str, words: Markup) -> Markup:
        return words if self._is_said(message) else md.inline("span", words, lang="en")

    def heading(self, level: int, message: str, id: str) -> Markup:
        """A heading; its address is the same in every edition."""
        return md.heading(level, self.say(message), id)

    def link(self, there: Address, label: Markup, css: str = "", printed: str = "") -> Markup:
        """A link to a place in this edition; `printed` is its whole address, where paper needs it."""
        return md.link(relative(self.here, there), label, css, printed=printed)

    def listed(self, names: Iterable[Markup]) -> Markup:
        """Names in a row, with the comma that the language wants."""
        return md.join(names, md.text(self.edition.marks.list))

    def some(self, items: Sequence[T], show: Callable[[T], Markup], most: int = MOST) -> list[Markup]:
        """Items as they are shown; of very many the first, and how many more there are."""
        more = [self.say("and {n} more", n=len(items) - most)] if len(items) > most else []
        return [*map(show, items[:most]), *more]

    def headed(self, parts: Iterable[Markup]) -> Markup:
        """A head and what follows from it."""
        return md.join(parts, md.text(self.edition.marks.head))

    def several(self, parts: Iterable[Markup]) -> Markup:
        """Parts that hold commas themselves, in a row."""
        return md.join(parts, md.text(self.edition.marks.part))

    def sentences(self, parts: Iterable[Markup]) -> Markup:
        """Whole sentences in a row."""
        return md.join(parts, md.text(self.edition.marks.sentence))

    def phrases(self, parts: Iterable[Markup]) -> Markup:
        """Parts of a sentence in a row."""
        return md.join(parts, md.text(self.edition.marks.phrase))


def cards_of(
    context: Context, labels: Sequence[str], rows: Sequence[Sequence[Markup]], plain: int = 1
) -> Markup:
    """A table that is a card a row on a phone, where each cell but the first `plain` says what it is."""
    if not rows:
        return md.EMPTY
    named = [context.edition.say("{label}: ", label=context.edition.say(each)) for each in labels]
    style = ";".join(f"--label-{at}:'{label}'" for at, label in enumerate(named, 1) if at > plain)
    table = md.table([context.say(each) for each in labels], rows)
    return md.block("div", table, class_="claims", style=style)


def tagged(context: Context, said: Said, content: Markup | None = None) -> Markup:
    """Words marked with their language, where it is not the page's."""
    shown = md.text(said.text) if content is None else content
    if not shown or said.lang == context.edition.lang:
        return shown
    return md.inline("span", shown, lang=said.lang)


def name(context: Context, id: EntityId, words: str = "") -> Markup:
    """An entity's name, leading to its page unless this is it."""
    view = context.view
    address = view.address(id)
    said = Said(words, view.edition.lang) if words or id not in view.entities else view.called(id)
    label = tagged(context, said) or md.text(id)
    if address is None or address == context.here:
        return label
    return md.link(relative(context.here, address), label, preview=True)


def sentence(context: Context, text: LocalText, *known: EntityId) -> Markup:
    """Editors' prose as one run of text; names are linked, except those of `known` entities."""
    return context.sentences(marked_paragraphs(context, text, *known))


def prose(context: Context, text: LocalText, css: str = "") -> Markup:
    """Editors' prose in paragraphs, with names as links and citations as footnotes."""
    return md.blocks(*(md.paragraph(each, css) for each in marked_paragraphs(context, text)))


def marked_paragraphs(context: Context, text: LocalText, *known: EntityId) -> tuple[Markup, ...]:
    """The paragraphs of editors' prose, each marked with its language where it is not the page's."""
    said = context.edition.prose(text)
    return tuple(
        tagged(context, said, _paragraph(context, pieces, frozenset(known))) for pieces in _read(said)
    )


def in_one_line(context: Context, entity: Entity) -> Markup:
    """Who or what it is, in one line after its name; its own page shows what that rests on."""
    said = context.edition.prose(entity.summary)
    rows = ([piece for piece in pieces if not isinstance(piece, Cited)] for pieces in _read(said))
    line = md.join((_paragraph(context, pieces, frozenset([entity.id])) for pieces in rows), md.SPACE)
    return tagged(context, said, line)


def link_names(context: Context, words: str) -> Markup:
    """Plain words with the names in them linked."""
    return _paragraph(context, [StyledWords(words)])


def _read(said: Said) -> tuple[tuple[Piece, ...], ...]:
    return read_prose(kept_together(said.text) if said.lang == "en" else said.text)


def _paragraph(context: Context, pieces: Sequence[Piece], known: frozenset[EntityId] = frozenset()) -> Markup:
    """A paragraph in which each entity is linked once, and `known` entities not at all."""
    used = known | {EntityId(piece.id) for piece in pieces if isinstance(piece, Named)}
    parts: list[Markup] = []
    for piece in pieces:
        match piece:
            case Cited(source, note):
                parts.append(md.footnote(note_key(source, note)))
            case Named(id, words, style):
                parts.append(_styled(name(context, EntityId(id), words), style))
            case StyledWords(text, style):
                found = split_names(text, context.view.names, used)
                used |= {part.entity for part in found if isinstance(part, Name)}
                parts += [_styled(_linked(context, part), style) for part in found]
    return md.join(parts)


def _linked(context: Context, part: str | Name) -> Markup:
    return name(context, part.entity, part.words) if isinstance(part, Name) else in_tongues(context, part)


def in_tongues(context: Context, words: str) -> Markup:
    """Words of the site; Chinese or Japanese words in a sentence of another language are marked so."""
    if context.edition.writes_han:
        return md.text(words)
    parts = (
        tagged(context, Said(part, _tongue_of(part))) if at % 2 else md.text(part)
        for at, part in enumerate(EAST_ASIAN.split(words))
    )
    return md.join(parts)


def _tongue_of(words: str) -> str:
    """Japanese where there is kana, else Chinese in its script."""
    return "ja" if KANA_LETTER.search(words) else script_of(words)


def _styled(content: Markup, style: tuple[str, ...]) -> Markup:
    for tag in reversed(style):
        content = md.inline(tag, content)
    return content


def source_said(context: Context, source: Source, text: LocalText) -> Said:
    """What an article says of itself (its title, its publisher): in its own characters, never converted.

    A name that contributors wrote in the other characters is not the article's own: these are converted.
    """
    if text.every:
        return Said(text.every, source.language)
    if context.edition.chinese and text.zh and script_of(text.zh) == source.language:
        return Said(text.zh, source.language)
    return context.edition.named(text)
