"""The fourth pane."""

from PySide6.QtWidgets import QVBoxLayout

from newsdesk.ui.controls import Ground, IconButton, PaneHeader
from newsdesk.ui.preview.page import PreviewPage
from newsdesk.ui.words import tr


class PreviewPane(Ground):
    """Its header and its page."""

    def __init__(self) -> None:
        super().__init__("page")
        self.page = PreviewPage()
        self.setFocusProxy(self.page)
        self.browser, self.close_button = IconButton("page", tr("Open in browser")), IconButton("close", tr("Close"))
        header = PaneHeader("page", self.browser, self.close_button)
        header.title.set_text(tr("Preview"))
        header.subtitle.set_text(tr("The blog as readers will see it"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(header)
        column.addWidget(self.page, 1)
