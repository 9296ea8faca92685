"""The templates, style sheets and scripts of a page, in the folder ``templates`` of its package."""

from functools import cache
from importlib.resources import files

from jinja2 import Environment, FunctionLoader, StrictUndefined, Template
from markupsafe import Markup


@cache
def asset(package: str, name: str) -> Markup:
    """A file of ours as it stands, which may go into a page as it is."""
    return Markup((files(package) / "templates" / name).read_text("utf-8"))  # noqa: S704  Our own.


@cache
def template(package: str, name: str) -> Template:
    """A template that escapes all it is given; undefined names are an error."""
    environment = Environment(
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        loader=FunctionLoader(lambda name: str(asset(package, name))),
    )
    return environment.get_template(name)
