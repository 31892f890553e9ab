"""Newsdesk, a desktop live-blog editor that works with no network.

A tour of the house, from the ground up. A layer knows only the layers before it, and a test watches:

domain       Values and rules, standard library only. An `entry.Entry` and a `blog.Blog` are frozen; editing one
             makes another. `edit.Edit` is the one value for every change: maps of values before and after.
             `markup` is rich text, `html` the canonical form in which it is kept; `stamp` the time an entry
             shows, `times` the times that people type; `order` and `arranging` give places; `record` turns
             values into rows; `revision` is an edit as the log holds it.
store        One SQLite file behind SQLAlchemy. `store.Store` is the door: one edit is one transaction, which
             checks for conflicts field by field, writes, and appends to the log. The log is chained by hash,
             never rewritten, and the one source of undo.
formats      Text to values and back: `plaintext` is the live-blog format; `outputs` lists every way out. No file
             is opened here.
desk         What a person can do, without a window. `desk.Desk` commits and announces edits; `writing`,
             `importing`, `exporting` are its verbs; `live.LiveDesk` puts a desk on a thread of its own.
cli          The commands, on the desk.
ui           The window, on the desk (PySide6).
app          The composition root: preferences, store, desk, window.

Follow one edit: a key in `ui.entry_pane` becomes a step, `desk.writing.change` makes an `Edit` of it,
`store.Store.apply` commits it with its revision, `desk.Desk` announces it, and the list repaints one row.
"""

__version__ = "0.1.0"
