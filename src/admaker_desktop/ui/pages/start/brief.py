"""The brief box behind the Start page: what was typed, what was understood of it, and what was answered."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from qtpy.QtCore import QObject, QTimer, Signal

from admaker_desktop.core.errors import AdMakerError
from admaker_desktop.ui.jobs import Job, Jobs
from admaker_desktop.ui.pages.start.draft import BriefDraft, load_draft, save_draft

if TYPE_CHECKING:
    from admaker_desktop.services.briefs import BriefFile
    from admaker_desktop.services.understanding import Understanding

READ_AFTER_MS = 300
"""Pause in the typing after which the text is read."""
_SAVE_AFTER_MS = 400
USUAL_ASPECTS = ("9:16", "1:1", "4:5", "16:9")
USUAL_SECONDS = (6.0, 15.0, 30.0)
_DEFAULT_ASPECTS = ("9:16", "1:1", "16:9")
"""What is made when the brief names no format (`nodes.edit.formats`)."""
_DEFAULT_SECONDS = 15.0
_PICTURES = frozenset({".png", ".jpg", ".jpeg", ".webp"})


class BriefBox(QObject):
    """The draft of a new ad. GUI thread; files are read and written on jobs."""

    changed = Signal()
    """Text, pictures or choices are other ones."""
    understood = Signal()
    """`understanding` is new."""
    refused = Signal(object)
    """An AdMakerError: a file or an answer that cannot be taken."""
    loaded = Signal()

    def __init__(self, jobs: Jobs, path: Path) -> None:
        super().__init__()
        self.draft = BriefDraft()
        self.understanding: Understanding | None = None
        """None: nothing to read yet, or the text is being typed for the first time."""
        self._jobs = jobs
        self._path = path
        self._reading: Job | None = None
        self.is_loaded = False
        """The kept draft has been looked for."""
        self._is_saving = self._is_dirty = False
        self._read_timer = _single_shot(self, READ_AFTER_MS, self.read_now)
        self._save_timer = _single_shot(self, _SAVE_AFTER_MS, self._save)
        jobs.start(lambda: load_draft(path), self._take_kept)

    @property
    def aspects(self) -> tuple[str, ...]:
        """The formats that would be made now."""
        if self.draft.aspects is not None:
            return self.draft.aspects
        return (self.understanding.brief.formats if self.understanding else ()) or _DEFAULT_ASPECTS

    @property
    def seconds(self) -> float:
        """The length that would be made now."""
        if self.draft.seconds is not None:
            return self.draft.seconds
        lengths = self.understanding.brief.lengths if self.understanding else ()
        return lengths[0].seconds if lengths else _DEFAULT_SECONDS

    @property
    def language(self) -> str:
        """The language that would be made now; empty before anything was read."""
        return self.draft.language or (self.understanding.brief.language if self.understanding else "")

    def set_text(self, text: str) -> None:
        """What is in the text area now."""
        if text != self.draft.text:
            self._change(replace(self.draft, text=text))
            self._read_timer.start()

    def set_answer(self, field: str, text: str | None) -> None:
        """Answer or correct a field of the brief; None takes it back to what was read."""
        answers = {name: value for name, value in self.draft.answers.items() if name != field}
        if text is not None:
            answers[field] = text
        if answers != self.draft.answers:
            self._change(replace(self.draft, answers=answers))
            self.read_now()

    def set_aspects(self, aspects: tuple[str, ...]) -> None:
        """Choose formats; what the brief asks for anyway is no choice."""
        said = replace(self.draft, aspects=None)
        self._change(said)
        if aspects != self.aspects:
            self._change(replace(said, aspects=aspects))

    def set_seconds(self, seconds: float) -> None:
        """Choose a length."""
        self._change(replace(self.draft, seconds=None))
        if seconds != self.seconds:
            self._change(replace(self.draft, seconds=seconds))

    def set_language(self, language: str) -> None:
        """Choose the language of the ad; it is read anew in it."""
        if language != self.language:
            self._change(replace(self.draft, language=language))
            self.read_now()

    def take_files(self, paths: list[Path]) -> None:
        """Dropped or chosen files: pictures join the photos (or are the logo by their name), a text is the brief."""
        pictures = [path for path in paths if path.suffix.lower() in _PICTURES]
        texts = [path for path in paths if path not in pictures]
        for picture in pictures:
            self._add_picture(picture)
        if texts:
            self._jobs.start(lambda: _read_file(texts[0]), self._take_file, self.refused.emit)

    def remove_picture(self, path: str) -> None:
        """Take a photo or the logo off; the file stays."""
        photos = tuple(photo for photo in self.draft.photos if photo != path)
        logo = "" if self.draft.logo == path else self.draft.logo
        self._change(replace(self.draft, photos=photos, logo=logo))

    def use_as_logo(self, path: str) -> None:
        """A photo is the logo; the logo before it becomes a photo."""
        photos = [photo for photo in self.draft.photos if photo != path]
        if self.draft.logo and self.draft.logo != path:
            photos.append(self.draft.logo)
        self._change(replace(self.draft, photos=tuple(photos), logo=path))

    def use_as_photo(self, path: str) -> None:
        """The logo is a photo."""
        if self.draft.logo == path:
            self._change(replace(self.draft, photos=(*self.draft.photos, path), logo=""))

    def clear(self) -> None:
        """Begin anew: the brief was used."""
        self._read_timer.stop()
        self._drop_reading()
        self.understanding = None
        self._change(BriefDraft())
        self.understood.emit()

    def release(self) -> None:
        """Keep the draft before the window goes, written on this thread, and begin nothing more."""
        self._read_timer.stop()
        self._drop_reading()
        if self._save_timer.isActive() or self._is_saving or self._is_dirty:
            self._save_timer.stop()
            save_draft(self._path, self.draft)

    def read_now(self) -> None:
        """Read the text without waiting for a pause."""
        self._read_timer.stop()
        self._drop_reading()
        draft = self.draft
        if draft.is_empty:
            self._take_understanding(None)
            return
        self._reading = self._jobs.start(lambda: _understand(draft), self._take_understanding, self._reading_failed)

    def _change(self, draft: BriefDraft) -> None:
        if draft != self.draft:
            self.draft = draft
            self._save_timer.start()
            self.changed.emit()

    def _add_picture(self, path: Path) -> None:
        picture = str(path)
        if picture in (*self.draft.photos, self.draft.logo):
            return
        if "logo" in path.stem.lower() and not self.draft.logo:
            self._change(replace(self.draft, logo=picture))
        else:
            self._change(replace(self.draft, photos=(*self.draft.photos, picture)))

    def _take_kept(self, kept: BriefDraft) -> None:
        if self.draft == BriefDraft():  # nothing was typed while it was on its way
            self.draft = kept
            self.changed.emit()
            if not kept.is_empty:
                self.read_now()
        self.is_loaded = True
        self.loaded.emit()

    def _take_file(self, file: BriefFile) -> None:
        photos = dict.fromkeys((*self.draft.photos, *map(str, file.photos)))
        logo = str(file.logo) if file.logo else self.draft.logo
        self._change(
            BriefDraft(text=file.text, name=file.name, photos=tuple(p for p in photos if p != logo), logo=logo)
        )
        self.read_now()

    def _take_understanding(self, understanding: Understanding | None) -> None:
        self._reading = None
        self.understanding = understanding
        self.understood.emit()

    def _reading_failed(self, error: AdMakerError) -> None:
        self._reading = None
        self.refused.emit(error)

    def _drop_reading(self) -> None:
        if self._reading is not None:
            self._reading.drop()
            self._reading = None

    def _save(self) -> None:
        """Write on a job, one at a time, so that the newest is written last."""
        if self._is_saving:
            self._is_dirty = True
            return
        self._is_saving, self._is_dirty = True, False
        path, draft = self._path, self.draft
        self._jobs.start(lambda: save_draft(path, draft), self._saved)

    def _saved(self, _nothing: None) -> None:
        self._is_saving = False
        if self._is_dirty:
            self._save()


def _single_shot(owner: QObject, interval_ms: int, called: object) -> QTimer:
    timer = QTimer(owner)
    timer.setSingleShot(True)
    timer.setInterval(interval_ms)
    timer.timeout.connect(called)
    return timer


def _understand(draft: BriefDraft) -> Understanding:
    from admaker_desktop.services.understanding import understand_brief  # loads the reader: on a job's thread

    language = draft.language if draft.language in ("en", "fr") else None
    return understand_brief(draft.text, draft.name, draft.answers, language=language)  # type: ignore[arg-type]  # checked


def _read_file(path: Path) -> BriefFile:
    from admaker_desktop.services.briefs import read_brief_file  # loads the reader: on a job's thread

    return read_brief_file(path)
