"""The widgets that every page is built of."""

from admaker_desktop.ui.theme.shadow import paint_shadow
from admaker_desktop.ui.widgets.buttons import Button, IconButton, PaintedButton
from admaker_desktop.ui.widgets.choices import Segmented, Tabs
from admaker_desktop.ui.widgets.combo import Combo
from admaker_desktop.ui.widgets.dialogs import ask
from admaker_desktop.ui.widgets.fields import SearchField, TextArea, TextField
from admaker_desktop.ui.widgets.labels import Badge, Chip, Divider, KeyCap, Label
from admaker_desktop.ui.widgets.notices import Banner, EmptyState, Toast, show_toast
from admaker_desktop.ui.widgets.numbers import NumberField, SliderField
from admaker_desktop.ui.widgets.popover import Menu, Popover
from admaker_desktop.ui.widgets.progress import ProgressBar, Spinner
from admaker_desktop.ui.widgets.slider import Slider
from admaker_desktop.ui.widgets.surfaces import Card, FlowLayout, Panel, Scroll
from admaker_desktop.ui.widgets.toggles import CheckBox, Switch

__all__ = [
    "Badge", "Banner", "Button", "Card", "CheckBox", "Chip", "Combo", "Divider", "EmptyState", "FlowLayout",
    "IconButton", "KeyCap", "Label", "Menu", "NumberField", "PaintedButton", "Panel", "Popover", "ProgressBar",
    "Scroll", "SearchField", "Segmented", "Slider", "SliderField", "Spinner", "Switch", "Tabs", "TextArea", "TextField",
    "Toast", "ask", "paint_shadow", "show_toast",
]  # fmt: skip
