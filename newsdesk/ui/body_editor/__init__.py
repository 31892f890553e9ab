"""The editor of a body: writing, formatting, pasting, spelling, and the steps that undo walks."""

from newsdesk.ui.body_editor.editor import BodyEditor
from newsdesk.ui.body_editor.formats import Format
from newsdesk.ui.body_editor.steps import Step

__all__ = ["BodyEditor", "Format", "Step"]
