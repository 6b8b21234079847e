"""Whether the searches that the editors name lead to the pages that they name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from build_tools.model import EntityId, Inputs, Search, SourceId
from build_tools.problem import Problem, Problems
from build_tools.website.addresses import page_of_entity, source_address, url
from build_tools.website.editions import Edition
from build_tools.website.search import Findable, weighed_words
from build_tools.website.search_words import name_word, query_words

HINT = "{lacking}: give it as an alias, say it in the summary, or change the search"


class UnfoundError(Exception):
    """Searches that do not lead to their pages: `problems` lists them."""

    def __init__(self, problems: Problems) -> None:
        super().__init__("; ".join(problem.message for problem in problems))
        self.problems = problems


def failed_searches(inputs: Inputs, edition: Edition, pages: Iterable[Findable]) -> Iterator[Problem]:
    """The searches of an edition whose page lacks a word of theirs.

    A dossier as it was known at a moment has fewer pages, so nothing is asked of it.
    """
    if inputs.cut:
        return
    asked = [one for one in inputs.settings.searches if edition.id in (one.editions or (edition.id,))]
    places = {one.finds: _address(one, inputs) for one in asked}
    words = {page.address: tuple(_words(page)) for page in pages if page.address in places.values()}
    for one in asked:
        if lacking := missing_words(one.words, words.get(places[one.finds], ())):
            message = f"this search does not find `{one.finds}` in the edition {edition.id}"
            shown = f"its page lacks {', '.join(f'“{each}”' for each in lacking)}"
            yield Problem(one.origin, "search-finds-nothing", message, HINT.format(lacking=shown))


def missing_words(query: str, words: Sequence[str]) -> tuple[str, ...]:
    """What a query has and a page has not, which has these words; nothing where it finds the page.

    >>> missing_words("Ada Byron", ("ada", "lovelace")), missing_words("love", ("ada", "lovelace"))
    (('Byron',), ())
    """
    named = name_word(query)[:-1]
    if any(word.startswith(named) for word in words) or _all_begin(query_words(query), words):
        return ()
    return tuple(each for each in query.split() if not _all_begin(query_words(each), words)) or (query,)


def _all_begin(wanted: Sequence[str], words: Sequence[str]) -> bool:
    """Whether each of some words begins a word of a page; none of them find nothing."""
    return bool(wanted) and all(any(word.startswith(one) for word in words) for one in wanted)


def _words(page: Findable) -> Iterator[str]:
    for weighed in weighed_words(page):
        yield from weighed.words


def _address(search: Search, inputs: Inputs) -> str:
    entity = inputs.entities.get(EntityId(search.finds))
    return url(page_of_entity(entity) if entity else source_address(SourceId(search.finds)))
