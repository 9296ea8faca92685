"""A message to a person that can be said in another language."""

from collections.abc import Iterable, Mapping
from functools import reduce
from typing import Any, Self

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

Wording = Mapping[str, str]
"""The messages of one language: a template in English, and the same in that language."""


class Message(str):
    """What is said to a person, in English; the template and the values it was made of.

    ``Message("no section is called {name}", name="normes")``. Templates are found in the source by
    this name, so that a catalogue can be checked for all of them: write them as literals.
    A value may be a message itself. Raises KeyError for a placeholder without value.
    """

    __slots__ = ("template", "values")

    template: str
    values: dict[str, object]

    def __new__(cls, template: str, /, **values: object) -> Self:
        """The message of a template whose ``{placeholders}`` are filled with the values."""
        message = super().__new__(cls, template.format(**values))
        message.template = template
        message.values = values
        return message

    @classmethod
    def verbatim(cls, words: str) -> Self:
        """Words that are the same in every language, such as what a library said."""
        return words if isinstance(words, cls) else cls("{words}", words=str(words))

    def said(self, wording: Wording) -> str:
        """The message in another language; in English where the language has no words for it."""
        values = {
            name: value.said(wording) if isinstance(value, Message) else value
            for name, value in self.values.items()
        }
        return (wording.get(self.template) or self.template).format(**values)

    def known_in(self, wording: Wording) -> bool:
        """Whether a language has words for the message and for every message in it."""
        parts = (value for value in self.values.values() if isinstance(value, Message))
        return (self.template == "{words}" or bool(wording.get(self.template))) and all(
            part.known_in(wording) for part in parts
        )

    def __reduce__(self) -> tuple[Any, ...]:
        return _made, (type(self), self.template, self.values)

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: object, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.no_info_after_validator_function(
            cls.verbatim,
            core_schema.union_schema([core_schema.is_instance_schema(cls), handler(str)]),
            serialization=core_schema.to_string_ser_schema(),
        )


def listed(words: Iterable[str]) -> Message:
    """Words one after the other, as a language lists them; there is at least one."""
    first, *others = words
    return reduce(_before, others, Message.verbatim(first))


def _before(one: Message, two: str) -> Message:
    return Message("{one}, {two}", one=one, two=two)


def _made(cls: type[Message], template: str, values: dict[str, object]) -> Message:
    return cls(template, **values)
