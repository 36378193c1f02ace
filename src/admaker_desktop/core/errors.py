"""The one tree of failures that the app knows how to explain.

A known failure carries a sentence (what was tried and why it failed) and a hint (what to do). Anything outside
this tree is a bug. `Cancelled` stands apart: stopping is not an error and is never shown or logged as one.
"""

from __future__ import annotations

import re

from admaker_desktop.core.messages import Message, Param, Translate, sentences

_BREAKS = re.compile(r"[ \t\r\n]+")  # not French narrow spaces


class AdMakerError(Exception):
    """A failure that can be explained to the user in one sentence, with a way out.

    Message and hint are templates whose places the keywords fill; the window translates them (`core.messages`).
    """

    def __init__(self, message: str | Message, /, *, hint: str | Message = "", **params: Param) -> None:
        self.message = message if isinstance(message, Message) else Message(message, tuple(params.items()))
        self.hint = hint if isinstance(hint, Message) else Message(hint, tuple(params.items()))
        super().__init__(self.message.text())

    @property
    def whole(self) -> Message:
        """What happened and what to do, as one message."""
        return sentences((self.message, self.hint))

    def sentence(self, translate: Translate = str) -> str:
        """The message and the hint on one line."""
        return _BREAKS.sub(" ", self.whole.text(translate)).strip()


class UsageError(AdMakerError):
    """A value that the command line itself refuses: unknown format, length, language, preset or field."""


class BriefError(AdMakerError):
    """A brief that cannot be read: missing, empty, binary, too large."""


class ProjectError(AdMakerError):
    """A project file that cannot be opened, read or written."""


class ProjectInUse(ProjectError):
    """A project that another window, process or machine has open."""


class DamagedFile(ProjectError):
    """A database of the app whose bytes are torn."""


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
