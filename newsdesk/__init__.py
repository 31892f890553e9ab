"""Newsdesk, a desktop live-blog editor that works with no network.

A tour of the house, from the ground up. A layer knows only the layers before it, and a test watches:

domain       Values and rules, standard library only. An `entry.Entry` and a `blog.Blog` are frozen; editing one
             makes another. `edit.Edit` is the one value for every change: maps of values before and after.
             `markup` is rich text, `html` the canonical form in which it is kept; `stamp` the time an entry
             shows, `times` the times that people type; `order` and `arranging` give places; `record` turns
             values into rows, `unread` leaves them there while nobody asks; `revision` is an edit as the log
             holds it. `newsroom` holds the rules of publishing and correcting, `preflight` what to look at before
             an export.
store        One SQLite file behind SQLAlchemy. `store.Store` is the door for writing, `reading.Reader` for asking:
             one edit is one transaction, which checks for conflicts field by field, writes, and appends to the
             log. The log is chained by hash, never rewritten, and the one source of undo, of history and of the
             blog as it stood. `check`, `salvage`, `backups` and `erasing` take care of it, `search` finds;
             `statements` says what every save says in the driver's own words, `passing` hands on a whole blog.
formats      Text to values and back: `plaintext` is the live-blog format; `edition` chooses what an export holds,
             `outputs` lists every way out and `inputs` every way in, `runs` says many entries at once. No file is
             opened here.
desk         What a person can do, without a window. `desk.Desk` commits and announces edits; `writing`,
             `rearranging`, `correcting`, `importing`, `exporting` are its verbs, `keeping` takes care of the
             store; `live.LiveDesk` puts a desk on a thread of its own.
cli          The commands, on the desk: `arguments` names them, `run` does them.
ui           The window, on the desk (PySide6). `main_window` shows blogs and entries at once; `furnishing` puts in
             the rest after the first picture. `actions` is the one table of all that can be done; each room that
             ends in `_commands` holds the methods that do it. `richtext` alone knows Qt's documents.
app          The composition root: preferences, store, desk, window.

Follow one edit: a key in `ui.body_editor` becomes a step, `ui.entry_pane.visit` gives it to the desk,
`desk.writing.change` makes an `Edit` of it, `store.Store.apply` commits it with its revision, `desk.Desk`
announces it, and the list repaints one row.
"""

__version__ = "0.1.0"
