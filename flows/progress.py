"""How far a build has come, told to whoever listens."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

Listener = Callable[[str, float], None]
"""Receives the name of the step that begins, and the percentage of the build behind it."""

PHASES = ("read", "collect", "check", "assemble", "render", "convert", "store")
"""The first words of the names of steps, in the order in which a build takes them."""

_listeners: ContextVar[tuple[Listener, ...]] = ContextVar("listeners", default=())


@contextmanager
def heard_by(listener: Listener) -> Iterator[None]:
    """Let a listener hear of every step begun inside this context."""
    token = _listeners.set((*_listeners.get(), listener))
    try:
        yield
    finally:
        _listeners.reset(token)


def report(name: str) -> None:
    """Tell every listener that a step begins."""
    percentage = 100 * PHASES.index(name.split()[0]) / len(PHASES)
    for listener in _listeners.get():
        listener(name, percentage)
