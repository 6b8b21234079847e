"""JSON Schemas of the files, for editors that complete and mark: `python -m build_tools.reading.schemas`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TypeAlias

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from build_tools.reading.claim_shapes import AnnotationShape
from build_tools.reading.overview_shapes import ComparisonShape, ThemeShape
from build_tools.reading.settings_shapes import SettingsShape, VocabularyShape
from build_tools.reading.shapes import (
    EntityShape,
    EventShape,
    FigureShape,
    PlaceShape,
    QuestionShape,
    SourceShape,
)
from build_tools.safe_files import make_folder, write_own

Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | bool | None"
SHAPES: dict[str, TypeAdapter[object]] = {
    "dossier": TypeAdapter(SettingsShape),
    "vocabulary": TypeAdapter(VocabularyShape),
    "source": TypeAdapter(SourceShape),
    "annotations": TypeAdapter(list[AnnotationShape]),
    "person": TypeAdapter(EntityShape),
    "organisation": TypeAdapter(EntityShape),
    "work": TypeAdapter(EntityShape),
    "place": TypeAdapter(PlaceShape),
    "event": TypeAdapter(EventShape),
    "figure": TypeAdapter(FigureShape),
    "question": TypeAdapter(QuestionShape),
    "theme": TypeAdapter(ThemeShape),
    "comparison": TypeAdapter(ComparisonShape),
}

PLAIN: TypeAdapter[object] = TypeAdapter(EntityShape)


class PlainSchema(GenerateJsonSchema):
    """A value in a file is never null, and an optional one shows no default."""

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        """Leave out the null."""
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        """Leave out the default."""
        return self.generate_inner(schema["schema"])

    def dict_schema(self, schema: core_schema.DictSchema) -> JsonSchemaValue:
        """Where keys have a form, other keys have no place."""
        made = super().dict_schema(schema)
        return {**made, "additionalProperties": False} if "patternProperties" in made else made


def schema_of(name: str) -> Json:
    """The JSON Schema of a kind of file; one that a dossier declares has that of plain entities."""
    made = SHAPES.get(name, PLAIN).json_schema(by_alias=True, schema_generator=PlainSchema)
    return {"$schema": PlainSchema.schema_dialect, "title": name, **untitled(made)}


def untitled(schema: JsonSchemaValue) -> dict[str, Json]:
    """A schema without the titles that only repeat names in the code."""
    return {key: inside(value) for key, value in schema.items() if key != "title" or isinstance(value, dict)}


def inside(value: Json) -> Json:
    """A part of a schema without its titles."""
    match value:
        case dict():
            return untitled(value)
        case list():
            return [inside(item) for item in value]
        case _:
            return value


def schema_files() -> dict[str, str]:
    """The text of every schema by the name of its file."""
    return {f"{name}.json": schema_text(name) for name in SHAPES}


def schema_text(name: str) -> str:
    """The schema of a kind of file as it is written."""
    return f"{json.dumps(schema_of(name), ensure_ascii=False, indent=2)}\n"


def write_schemas(folder: Path) -> None:
    """Write the schema of every kind of file."""
    make_folder(folder.parent, folder)
    for name, text in schema_files().items():
        write_own(folder.parent, folder / name, text.encode())


if __name__ == "__main__":
    write_schemas(Path(__file__).parents[2] / "schemas")
