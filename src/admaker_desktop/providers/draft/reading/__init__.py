"""Understanding a client's brief by reading it: no model, the same words always give the same brief."""

from admaker_desktop.providers.draft.reading.links import PictureLinks, find_pictures
from admaker_desktop.providers.draft.reading.reader import read_brief

__all__ = ["PictureLinks", "find_pictures", "read_brief"]
