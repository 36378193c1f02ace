"""The style sheet of Qt's own widgets, filled from the token table; the app's widgets paint themselves."""

from __future__ import annotations

from string import Template

_SHEET = Template("""
* { outline: 0; }
QMainWindow { background: $bg; }
QDialog { background: $panel; }
QWidget#panel { background: $panel; }
QToolTip { background: $raised; color: $t1; border: 1px solid $line2; padding: 4px 8px; }

QMenuBar { background: $panel; color: $t2; border: 0; }
QMenuBar::item { padding: 6px 9px; background: transparent; border-radius: 5px; }
QMenuBar::item:selected { background: $hover; color: $t1; }
QMenu { background: $panel2; color: $t1; border: 1px solid $line2; border-radius: 8px; padding: 5px; }
QMenu::item { padding: 6px 26px 6px 10px; border-radius: 5px; min-height: 17px; }
QMenu::item:selected { background: $hover; }
QMenu::item:disabled { color: $t1_50; }
QMenu::icon { padding-left: 8px; }
QMenu::separator { height: 1px; background: $line; margin: 5px 4px; }

QScrollBar { background: transparent; border: 0; margin: 0; }
QScrollBar:vertical { width: 10px; }
QScrollBar:horizontal { height: 10px; }
QScrollBar::handle { background: $line2; border-radius: 3px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::handle:hover, QScrollBar::handle:pressed { background: $t3; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QAbstractScrollArea::corner { background: transparent; border: 0; }
QScrollArea, QScrollArea > QWidget > QWidget#scrolled { background: transparent; border: 0; }

QSplitter::handle { background: $line; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QSplitter::handle:hover { background: $acc; }

QLineEdit, QPlainTextEdit, QTextEdit {
  background: $field; color: $t1; border: 1px solid $line2; border-radius: 8px;
  selection-background-color: $primary0; selection-color: $white; placeholder-text-color: $t3;
}
QLineEdit { padding: 0 9px; min-height: 30px; max-height: 30px; }
QPlainTextEdit, QTextEdit { padding: 5px 6px; }
QLineEdit:hover, QPlainTextEdit:hover, QTextEdit:hover { border-color: $t3; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus { border-color: $acc; }
QLineEdit[hasError="true"], QPlainTextEdit[hasError="true"], QTextEdit[hasError="true"] { border-color: $err; }
QLineEdit:read-only { background: $panel2; color: $t2; }
QLineEdit:disabled, QPlainTextEdit:disabled, QTextEdit:disabled {
  color: $t1_50; border-color: $line;
}
QAbstractSpinBox QLineEdit, QComboBox QLineEdit {
  background: transparent; border: 0; border-radius: 0; padding: 0; min-height: 0; max-height: 1000px;
}
QLineEdit#bare { background: transparent; border: 0; padding: 0; min-height: 0; }

QComboBox {
  background: $field; color: $t1; border: 1px solid $line2; border-radius: 8px; padding: 0 10px;
  min-height: 30px; max-height: 30px;
}
QComboBox:hover { border-color: $t3; }
QComboBox:focus, QComboBox:on { border-color: $acc; }
QComboBox::drop-down { border: 0; width: 24px; }
QComboBox::down-arrow { image: none; }
QComboBox QAbstractItemView {
  background: $panel2; color: $t1; border: 1px solid $line2; border-radius: 8px; padding: 4px;
  selection-background-color: $hover; selection-color: $t1;
}

QListView, QTreeView, QTableView {
  background: transparent; alternate-background-color: $panel2; color: $t1; border: 0;
  selection-background-color: $accbg; selection-color: $t1; gridline-color: $line;
}
QListView::item, QTreeView::item { padding: 4px 8px; border-radius: 7px; min-height: 20px; }
QTableView::item { padding: 0 10px; border: 0; border-bottom: 1px solid $line; }
QListView::item:hover, QTreeView::item:hover, QTableView::item:hover { background: $hover; }
QListView::item:selected, QTreeView::item:selected, QTableView::item:selected { background: $accbg; color: $t1; }
QTreeView::branch { background: transparent; }
QHeaderView { background: transparent; border: 0; }
QHeaderView::section {
  background: transparent; color: $t3; border: 0; border-bottom: 1px solid $line; padding: 6px 10px;
}
QTableCornerButton::section { background: transparent; border: 0; }

QTabWidget::pane { border: 0; border-top: 1px solid $line; }
QTabBar { background: transparent; }
QTabBar::tab {
  background: transparent; color: $t2; padding: 8px 12px; border: 0; border-bottom: 2px solid transparent;
}
QTabBar::tab:hover { color: $t1; }
QTabBar::tab:selected { color: $t1; border-bottom-color: $acc; }


QStatusBar { background: $panel; color: $t2; border-top: 1px solid $line; }
QStatusBar::item { border: 0; }
QGroupBox { border: 1px solid $line; border-radius: 10px; margin-top: 10px; padding-top: 10px; }
QGroupBox::title { subcontrol-origin: margin; left: 12px; color: $t2; }
""")


def style_sheet(colours: dict[str, str]) -> str:
    """The sheet for a table of colours; `$t1_50` is text at half strength, for what is disabled."""
    text = colours["t1"].lstrip("#")
    return _SHEET.substitute(colours, t1_50=f"#80{text}")
