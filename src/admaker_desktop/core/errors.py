"""The one tree of failures that the app knows how to explain.

A known failure carries a sentence (what was tried and why it failed) and a hint (what to do). Anything outside
this tree is a bug. `Cancelled` stands apart: stopping is not an error and is never shown or logged as one.
"""

from __future__ import annotations


class AdMakerError(Exception):
    """A failure that can be explained to the user in one sentence, with a way out."""

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def sentence(self) -> str:
        """The message and the hint on one line."""
        text = f"{self.message} {self.hint}" if self.hint else self.message
        return " ".join(text.split())


class UsageError(AdMakerError):
    """A value that the command line itself refuses: unknown format, length, language, preset or field."""


class BriefError(AdMakerError):
    """A brief that cannot be read: missing, empty, binary, too large."""


class ProjectError(AdMakerError):
    """A project file that cannot be opened, read or written."""


class ProjectInUse(ProjectError):
    """A project that another window, process or machine has open."""


class StorageError(AdMakerError):
    """A file or folder that cannot be read or written: no right, no space, gone."""


class GraphError(AdMakerError):
    """A workflow that cannot be edited or run as asked."""


class NodeInputError(GraphError):
    """A setting or an input that its node refuses."""


class ProviderError(AdMakerError):
    """A service that did not deliver."""


class NotConfigured(ProviderError):
    """A service that needs something first: a key, a voice pack, a driver."""


class MediaError(AdMakerError):
    """A picture, film or sound that cannot be read or made."""


class ExportError(AdMakerError):
    """An ad file that cannot be made as asked."""


class Cancelled(Exception):
    """The user stopped the work. Not an error."""
