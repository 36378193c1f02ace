"""What the player and the timeline show: the ad, or what the selected node has made."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qtpy.QtCore import QObject

from admaker_desktop.ui.following import Following
from admaker_desktop.ui.i18n import tr, tr_text
from admaker_desktop.ui.player.panel import PlayerPanel
from admaker_desktop.ui.strip import TimelineStrip

if TYPE_CHECKING:
    from admaker_desktop.services.playables import Playable
    from admaker_desktop.ui.session import Session

_OF_THE_AD = ("", "edit.export", "edit.cut")
"""Node types whose selection leaves the ad in the player."""


class Playing(QObject):
    """Keeps player and strip at one place, and on what the user looks at. GUI thread."""

    def __init__(self, player: PlayerPanel, strip: TimelineStrip) -> None:
        super().__init__()
        self._player, self._strip = player, strip
        self._session: Session | None = None
        self._following = Following(self._wires)
        self._playables: tuple[Playable, ...] = ()
        self._shown: object = None
        self._view = ""
        self._is_ad = False
        player.view_chosen.connect(self._choose)
        player.position_changed.connect(self._moved)
        strip.scrubbed.connect(self._scrubbed)

    def set_session(self, session: Session | None) -> None:
        """Show another project's ad."""
        self._following.follow(session)
        self._strip.close_media()
        self._session, self._shown = session, None
        if session is None:
            self._player.clear()
            self._strip.set_sequence(None, "", None, self._player.jobs)
            return
        self._show_strip()
        self._show()

    def _wires(self, session: Session) -> tuple[tuple[Any, Any], ...]:
        return ((session.selection_changed, self._show), (session.results_changed, self._take_results))

    def retranslate(self) -> None:
        """Say in the window's language why nothing plays."""
        if not self._playables:
            self._player.clear(tr("The ad plays here after the first run"))

    def _take_results(self, nodes: frozenset[str]) -> None:
        session = self._session
        if session is None:
            return
        types = {record.type for record in session.workflow.nodes if record.id in nodes}
        has_lost = any(session.record(node) is None for node in nodes)
        if has_lost or "edit.cut" in types:
            self._show_strip()
        if has_lost or session.selected in nodes or types & {"edit.cut", "edit.export"}:
            self._show()

    def _show_strip(self) -> None:
        session = self._session
        if session is not None:
            self._strip.set_sequence(session.ad.sequence, self._view, session.store, session.jobs)

    def _show(self, *_: object) -> None:
        session = self._session
        if session is None:
            return
        playables, key, title = self._find(session)
        self._playables = playables
        if not playables:
            self._shown = None
            self._player.set_views([])
            self._player.clear(tr("The ad plays here after the first run"))
        elif key != self._shown:
            keeps = self._is_ad and self._shown is not None
            self._shown = key
            self._open(title, keeps_position=keeps)

    def _find(self, session: Session) -> tuple[tuple[Playable, ...], object, str]:
        """What to play, what it is (to be compared), and its title."""
        from admaker_desktop.services import playables

        record, result = session.record(session.selected), session.result(session.selected)
        kind = record.type if record else ""
        if result is not None and kind not in _OF_THE_AD:
            found = playables.of_result(result, session.store)
            if found:
                self._is_ad = False
                return found, (session.selected, id(result)), tr_text(result.spec.title)
        self._is_ad = True
        ad = session.ad
        if ad.files and kind != "edit.cut" and self._export_is_current(session):
            return playables.of_files(ad.files, session.store), ("files", ad.files), tr("The ad")
        if ad.sequence is not None:
            return playables.of_sequence(ad.sequence, session.store), ("cut", id(ad.sequence)), tr("The cut")
        return (), None, ""

    @staticmethod
    def _export_is_current(session: Session) -> bool:
        """Whether the files show the cut; a newer cut is composed and played until it is exported."""
        exports = [record.id for record in session.workflow.nodes if record.type == "edit.export"]
        cuts = [record.id for record in session.workflow.nodes if record.type == "edit.cut"]
        is_cut_new = any(session.status(node).state == "done" for node in cuts)
        return not is_cut_new or all(session.status(node).state in {"done", "failed"} for node in exports)

    def _open(self, title: str, *, keeps_position: bool) -> None:
        views = [(playable.key, playable.label) for playable in self._playables]
        current = next((p for p in self._playables if p.key == self._view), self._playables[0])
        self._player.set_views(views, current.key)
        self._player.show_source(current.make, title, keep_position=keeps_position, family=current.family)

    def _choose(self, key: str) -> None:
        chosen = next((playable for playable in self._playables if playable.key == key), None)
        if chosen is None:
            return
        self._view = key
        self._player.show_source(chosen.make, chosen.label, keep_position=True, family=chosen.family)
        if self._is_ad:
            self._show_strip()

    def _moved(self, frame: int) -> None:
        if self._is_ad:
            self._strip.set_position(frame)

    def _scrubbed(self, frame: int) -> None:
        session = self._session
        if session is not None and not self._is_ad:
            session.select("")
        self._player.seek(frame)
