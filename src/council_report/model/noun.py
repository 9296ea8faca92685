"""The base of every noun: frozen, and closed to keys it does not know."""

from pydantic import BaseModel, ConfigDict


class Noun(BaseModel):
    """A value that never changes once made; an unknown key is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")
