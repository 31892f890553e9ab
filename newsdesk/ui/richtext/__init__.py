"""Rich text on the screen; the only room that knows how a body stands in a QTextDocument."""

from newsdesk.ui.richtext.document import BodyDocument

__all__ = ["BodyDocument"]
