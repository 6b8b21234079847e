"""The shape of `themes/<id>.yaml` and `comparison.yaml` as a contributor writes them."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from build_tools.reading.scalar_forms import ORDER, Shape, Text
from build_tools.reading.texts_by_language import Local


class ThemeShape(Shape):
    """A way in: what belongs together for a reader."""

    title: Local
    order: Annotated[Text, ORDER] = Field(description="its place among the themes: 1 comes first")
    about: list[Text] = Field(
        default_factory=list,
        description="ids of entities and questions that belong together, in the order of its page",
    )


class ComparedPointShape(Shape):
    """A point on which the articles are set side by side."""

    label: Local
    articles: dict[Text, Local] = Field(
        description="for each article one sentence that cites it: `[@source/annotation]`"
    )


class ChangeShape(Shape):
    """What was said of one thing earlier and later, where both may be so."""

    label: Local
    then: Local = Field(description="a sentence with its citation")
    now: Local = Field(description="a sentence with its citation")


class ComparisonShape(Shape):
    """The articles side by side."""

    points: list[ComparedPointShape] = Field(default_factory=list)
    then_and_now: list[ChangeShape] = Field(
        default_factory=list, description="what earlier and later articles say, where both may be so"
    )
