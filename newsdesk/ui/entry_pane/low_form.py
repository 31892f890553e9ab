"""A form that is as high as it would like to be, and scrolls where the pane is low."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

from newsdesk.ui.fields import Scrolling


class LowForm(Scrolling):
    """At its lowest one field can be seen."""

    def __init__(self, form: QWidget) -> None:
        super().__init__(form)
        self._form = form
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def sizeHint(self) -> QSize:
        return self._form.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), 2 * self.fontMetrics().height())
