"""Work on a file that somebody sent, done in a process of its own with limits and no network.

``confined(function, *arguments)`` gives what the function returns, or raises StoppedError. A server
process keeps the modules of the readers in memory and forks one child per call, so that a call
costs milliseconds. It is our own rather than the ``forkserver`` of multiprocessing, which imports
the main module of its caller anew in every child and shares its network.
"""

from council_report.confinement.calling import StoppedError, StopReason, confined
from council_report.confinement.limits import Limits

__all__ = ["Limits", "StopReason", "StoppedError", "confined"]
