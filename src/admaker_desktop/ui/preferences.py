"""What the window remembers on this machine: language, theme, layout, folders. An ini file in ADMAKER_HOME."""

from __future__ import annotations

from pathlib import Path

from qtpy.QtCore import QByteArray, QLocale, QObject, QSettings, Signal

from admaker_desktop.settings.home import AppHome

_TRUE = frozenset({"true", "1"})


class Preferences(QObject):
    """Typed access to the ini file; GUI thread. A file that cannot be written is forgotten at the end, no more."""

    changed = Signal(str)
    """The key of what has another value now."""

    def __init__(self, home: AppHome) -> None:
        super().__init__()
        self._file = QSettings(str(home.root / "window.ini"), QSettings.Format.IniFormat)

    def text(self, key: str, default: str = "") -> str:
        value = self._file.value(key, default)
        return value if isinstance(value, str) else default

    def set_text(self, key: str, value: str) -> None:
        """Remember a text."""
        if self.text(key) != value:
            self._file.setValue(key, value)
            self.changed.emit(key)

    def flag(self, key: str, *, default: bool = False) -> bool:
        return self.text(key, "true" if default else "false").lower() in _TRUE

    def set_flag(self, key: str, value: bool) -> None:
        """Remember a yes or no."""
        self.set_text(key, "true" if value else "false")

    def data(self, key: str) -> QByteArray:
        """Bytes such as a splitter's state; empty when there are none."""
        value = self._file.value(key, QByteArray())
        return value if isinstance(value, QByteArray) else QByteArray()

    def set_data(self, key: str, value: QByteArray) -> None:
        """Remember bytes."""
        self._file.setValue(key, value)

    @property
    def language(self) -> str:
        """Chosen language, else the system's if the window speaks it."""
        system = "fr" if QLocale.system().language() == QLocale.Language.French else "en"
        return self.text("language", system)

    @property
    def last_folder(self) -> Path | None:
        """Where the user keeps his projects, as far as is known."""
        found = self.text("last_folder")
        return Path(found) if found and Path(found).is_dir() else None

    def save(self) -> None:
        """Write the file now."""
        self._file.sync()
