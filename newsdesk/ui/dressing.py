"""Changing the look while the program runs: light, dark, and the size of the text."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QFont, QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from newsdesk.preferences import Preferences
from newsdesk.ui import look
from newsdesk.ui.settings import LARGEST, SMALLEST, Settings


class Wardrobe(QObject):
    """Dresses the program as the preferences say, now and at every change."""

    def __init__(self, app: QApplication, settings: Settings) -> None:
        super().__init__(app)
        self._app, self._settings = app, settings
        self._font = QFont(app.font())  # the system's own
        app.setStyle("Fusion")
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._take_colours)
        settings.changed.connect(self._follow)
        self._take_colours()
        self._take_size(settings.value.zoom)

    def _follow(self, before: Preferences, after: Preferences) -> None:
        if after.theme != before.theme:
            self._take_colours()
        if after.zoom != before.zoom:
            self._take_size(after.zoom)

    def _take_colours(self) -> None:
        theme = self._settings.value.theme
        is_dark = theme == "dark" or (theme == "system" and _system_is_dark())
        palette = look.to_palette(look.dark() if is_dark else look.light())
        self._app.setPalette(palette)
        self._app.setPalette(look.of_menus(palette), "QMenu")  # type: ignore[arg-type]  # the stub asks for bytes

    def _take_size(self, percent: int) -> None:
        """Widgets with a font of their own keep its proportion to the system's."""
        font = resized(self._font, min(max(percent, SMALLEST), LARGEST) / 100)
        ratio = size_of(font) / size_of(self._app.font())
        own = [(widget, resized(widget.font(), ratio)) for widget in self._app.allWidgets() if _has_own(widget)]
        self._app.setFont(font)
        for widget, changed in own:
            widget.setFont(changed)


def size_of(font: QFont) -> float:
    return font.pointSizeF() if font.pointSizeF() > 0 else float(font.pixelSize())


def resized(font: QFont, ratio: float) -> QFont:
    changed = QFont(font)
    if font.pointSizeF() > 0:
        changed.setPointSizeF(font.pointSizeF() * ratio)
    else:
        changed.setPixelSize(max(1, round(font.pixelSize() * ratio)))
    return changed


def _has_own(widget: QWidget) -> bool:
    return widget.testAttribute(Qt.WidgetAttribute.WA_SetFont)


def _system_is_dark() -> bool:
    return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
