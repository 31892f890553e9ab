"""Everything that can be done, in one table: menus, keys, the palette and the help are made from it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence

from newsdesk.ui.menus import Menu
from newsdesk.ui.words import tr


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One action. `id` names the method that does it; `starts_group` puts a line above it in its menu."""

    id: str
    text: str
    menu: Menu
    keys: tuple[str, ...] = ()
    starts_group: bool = False
    in_list: bool = False  # its keys count in the list of entries only: elsewhere they write
    list_keys: tuple[str, ...] = ()  # further keys that count in the list of entries only


ACTIONS = (
    ActionSpec("new_entry", "&New entry", Menu.FILE, ("Ctrl+N",)),
    ActionSpec("new_blog", "New &blog", Menu.FILE, ("Ctrl+Shift+N",)),
    ActionSpec("import_files", "&Import…", Menu.FILE, ("Ctrl+O",), starts_group=True),
    ActionSpec("take_over", "Take o&ver an edited text…", Menu.FILE),
    ActionSpec("export_blog", "E&xport…", Menu.FILE, ("Ctrl+Shift+E",)),
    ActionSpec("repeat_export", "&Repeat the last export", Menu.FILE, ("Ctrl+Shift+R",)),
    ActionSpec("export_text", "Export as &text…", Menu.FILE, ("Ctrl+E",)),
    ActionSpec("export_html", "Export as &HTML…", Menu.FILE),
    ActionSpec("copy_theme", "Copy the t&heme, to change it", Menu.FILE),
    ActionSpec("save_now", "&Save now", Menu.FILE, ("Ctrl+S",), starts_group=True),
    ActionSpec("preferences", "Pre&ferences…", Menu.FILE, ("Ctrl+,",), starts_group=True),
    ActionSpec("print_blog", "&Print…", Menu.FILE, ("Ctrl+P",)),
    ActionSpec("close_window", "&Close the window", Menu.FILE, ("Ctrl+W",), starts_group=True),
    ActionSpec("quit", "&Quit", Menu.FILE, ("Ctrl+Q",)),
    ActionSpec("undo", "&Undo", Menu.EDIT, ("Ctrl+Z",)),
    ActionSpec("redo", "&Redo", Menu.EDIT, ("Ctrl+Shift+Z", "Ctrl+Y")),
    ActionSpec("cut_entries", "Cu&t", Menu.EDIT, ("Ctrl+X",), starts_group=True, in_list=True),
    ActionSpec("copy_entries", "&Copy", Menu.EDIT, ("Ctrl+C",), in_list=True),
    ActionSpec("paste_entries", "&Paste", Menu.EDIT, ("Ctrl+V",), in_list=True),
    ActionSpec("edit_headline", "Edit &headline in the list", Menu.EDIT, ("F2",), starts_group=True),
    ActionSpec("edit_time", "Edit t&ime in the list", Menu.EDIT, ("Shift+F2",)),
    ActionSpec("find", "&Find in the entry", Menu.EDIT, ("Ctrl+F",), starts_group=True),
    ActionSpec("find_next", "Find &next", Menu.EDIT, ("F3",)),
    ActionSpec("find_previous", "Find &previous", Menu.EDIT, ("Shift+F3",)),
    ActionSpec("replace", "Rep&lace in the blog…", Menu.EDIT, ("Ctrl+H",)),
    ActionSpec("search_all", "&Search all blogs…", Menu.EDIT, ("Ctrl+Shift+F",)),
    ActionSpec("filter_entries", "Filter the l&ist", Menu.EDIT, ("Ctrl+L",)),
    ActionSpec("go_to_time", "&Go to time…", Menu.EDIT, ("Ctrl+G",)),
    ActionSpec("rename_blog", "Rena&me blog", Menu.BLOG),
    ActionSpec("introduction", "&Introduction…", Menu.BLOG),
    ActionSpec("blog_details", "&Details…", Menu.BLOG, ("Ctrl+Shift+D",)),
    ActionSpec("duplicate_blog", "D&uplicate", Menu.BLOG),
    ActionSpec("close_blog", "&Close or reopen", Menu.BLOG, starts_group=True),
    ActionSpec("archive_blog", "&Archive", Menu.BLOG),
    ActionSpec("delete_blog", "De&lete blog", Menu.BLOG),
    ActionSpec("deleted_entries", "Deleted &entries…", Menu.BLOG, starts_group=True),
    ActionSpec("shelves", "Archive and &trash…", Menu.BLOG),
    ActionSpec("history", "&History…", Menu.BLOG, ("Ctrl+Shift+H",), starts_group=True),
    ActionSpec("ledger", "Led&ger…", Menu.BLOG, ("Ctrl+Alt+L",)),
    ActionSpec("releases", "&Releases…", Menu.BLOG, ("Ctrl+Alt+R",)),
    ActionSpec("finish_entry", "&Finish and start the next", Menu.ENTRY, ("Ctrl+Return", "Ctrl+Enter")),
    ActionSpec("time_now", "Set time to &now", Menu.ENTRY, ("Ctrl+T",)),
    ActionSpec("entry_details", "Bylines, labels and &more", Menu.ENTRY, ("Ctrl+Alt+D",)),
    ActionSpec("mark_draft", "&Draft", Menu.ENTRY, ("Ctrl+1",), starts_group=True, list_keys=("1",)),
    ActionSpec("mark_ready", "&Ready", Menu.ENTRY, ("Ctrl+2",), list_keys=("2",)),
    ActionSpec("mark_published", "&Published", Menu.ENTRY, ("Ctrl+3",), list_keys=("3",)),
    ActionSpec("mark_withdrawn", "&Withdrawn", Menu.ENTRY, ("Ctrl+4",), list_keys=("4",)),
    ActionSpec("correct", "C&orrection…", Menu.ENTRY, ("Ctrl+5",), starts_group=True),
    ActionSpec("clarify", "Cl&arification…", Menu.ENTRY, ("Ctrl+6",)),
    ActionSpec("refile", "Refi&le", Menu.ENTRY, ("Ctrl+7",)),
    ActionSpec("withdraw", "Withdraw with a rea&son…", Menu.ENTRY, ("Ctrl+8",)),
    ActionSpec("review_next", "Re&view the next", Menu.ENTRY, ("F4",), starts_group=True),
    ActionSpec("review_previous", "Review the previous", Menu.ENTRY, ("Shift+F4",)),
    ActionSpec("toggle_key", "&Key event", Menu.ENTRY, ("Ctrl+Shift+K",), starts_group=True, list_keys=("K",)),
    ActionSpec("toggle_pin", "P&in", Menu.ENTRY, ("Ctrl+Shift+I",), list_keys=("P",)),
    ActionSpec("move_up", "Move &up", Menu.ENTRY, ("Alt+Up",), starts_group=True),
    ActionSpec("move_down", "Move d&own", Menu.ENTRY, ("Alt+Down",)),
    ActionSpec("put_in_time_order", "Put in time &order", Menu.ENTRY, ("Ctrl+Shift+T",)),
    ActionSpec("sort_by_time", "&Sort all by time", Menu.ENTRY, ("Ctrl+Alt+S",)),
    ActionSpec("duplicate_entries", "D&uplicate", Menu.ENTRY, ("Ctrl+D",), starts_group=True),
    ActionSpec("split_entry", "Split at the &caret", Menu.ENTRY, ("Ctrl+Shift+Return", "Ctrl+Shift+Enter")),
    ActionSpec("join_entries", "&Join", Menu.ENTRY, ("Ctrl+J",)),
    ActionSpec("delete_entries", "D&elete", Menu.ENTRY, ("Del",), starts_group=True, in_list=True),
    ActionSpec("erase_entry", "Erase for ever…", Menu.ENTRY),
    ActionSpec("strong", "&Bold", Menu.FORMAT, ("Ctrl+B",)),
    ActionSpec("em", "&Italic", Menu.FORMAT, ("Ctrl+I",)),
    ActionSpec("link", "&Link…", Menu.FORMAT, ("Ctrl+K",)),
    ActionSpec("subhead", "&Subhead", Menu.FORMAT, ("Ctrl+Alt+2",), starts_group=True),
    ActionSpec("quote", "&Quote", Menu.FORMAT, ("Ctrl+Alt+9",)),
    ActionSpec("bullets", "B&ullet list", Menu.FORMAT, ("Ctrl+Alt+8",)),
    ActionSpec("numbers", "&Numbered list", Menu.FORMAT, ("Ctrl+Alt+7",)),
    ActionSpec("paragraph", "&Paragraph", Menu.FORMAT, ("Ctrl+Alt+0",)),
    ActionSpec("insert_image", "Insert i&mage…", Menu.FORMAT, ("Ctrl+Alt+I",), starts_group=True),
    ActionSpec("image_details", "Image &details…", Menu.FORMAT),
    ActionSpec("insert_embed", "Insert &embed…", Menu.FORMAT),
    ActionSpec("typographic_quotes", "&Typographic quotes", Menu.FORMAT, ("Ctrl+'",), starts_group=True),
    ActionSpec("quotes_in_blog", "Typographic quotes in the &whole blog", Menu.FORMAT),
    ActionSpec("add_dictionary", "&Add a dictionary…", Menu.FORMAT),
    ActionSpec("clear", "&Clear formatting", Menu.FORMAT, ("Ctrl+\\",), starts_group=True),
    ActionSpec("next_pane", "&Next pane", Menu.VIEW, ("F6",)),
    ActionSpec("previous_pane", "&Previous pane", Menu.VIEW, ("Shift+F6",)),
    ActionSpec("toggle_blogs", "Show or hide the &blogs", Menu.VIEW, ("Ctrl+Alt+B",), starts_group=True),
    ActionSpec("toggle_entries", "Show or hide the &entries", Menu.VIEW, ("Ctrl+Alt+E",)),
    ActionSpec("view_arranged", "As &arranged", Menu.VIEW, starts_group=True),
    ActionSpec("view_newest", "Ne&west first", Menu.VIEW),
    ActionSpec("view_oldest", "Ol&dest first", Menu.VIEW),
    ActionSpec("preflight", "Preflig&ht", Menu.VIEW, ("Ctrl+Shift+L",), starts_group=True),
    ActionSpec("fix_finding", "Fi&x what preflight found", Menu.VIEW, ("Ctrl+.",)),
    ActionSpec("fix_all_findings", "Fix &all that is safe", Menu.VIEW, ("Ctrl+Shift+.",)),
    ActionSpec("preflight_rules", "&Rules of preflight…", Menu.VIEW),
    ActionSpec("preview_pane", "Pre&view", Menu.VIEW, ("F5",), starts_group=True),
    ActionSpec("open_in_browser", "Open the pa&ge in the browser", Menu.VIEW, ("Shift+F5",)),
    ActionSpec("focus_mode", "F&ocus mode", Menu.VIEW, ("F8",), starts_group=True),
    ActionSpec("new_window", "New &window", Menu.VIEW, ("Ctrl+Alt+N",)),
    ActionSpec("full_screen", "&Full screen", Menu.VIEW, ("F11",)),
    ActionSpec("zoom_in", "&Larger text", Menu.VIEW, ("Ctrl++", "Ctrl+="), starts_group=True),
    ActionSpec("zoom_out", "&Smaller text", Menu.VIEW, ("Ctrl+-",)),
    ActionSpec("zoom_reset", "N&ormal text size", Menu.VIEW, ("Ctrl+0",)),
    ActionSpec("compact_list", "&Compact list", Menu.VIEW),
    ActionSpec("theme_light", "Light l&ook", Menu.VIEW, starts_group=True),
    ActionSpec("theme_dark", "&Dark look", Menu.VIEW),
    ActionSpec("theme_system", "Look of the s&ystem", Menu.VIEW),
    ActionSpec("palette", "Command &palette…", Menu.HELP, ("Ctrl+Shift+P",)),
    ActionSpec("help", "User &guide", Menu.HELP, ("F1",), starts_group=True),
    ActionSpec("shortcuts", "&Keyboard shortcuts", Menu.HELP, ("Ctrl+F1",)),
    ActionSpec("about", "&About Newsdesk", Menu.HELP),
)


def build(parent: QObject, rooms: Iterable[object], specs: Iterable[ActionSpec] = ACTIONS) -> Mapping[str, QAction]:
    """The actions by id, each doing the method of its name in the first room that has it."""
    rooms = tuple(rooms)
    return {spec.id: _build(parent, spec, _method(rooms, spec.id)) for spec in specs}


def _build(parent: QObject, spec: ActionSpec, act: Callable[[], object]) -> QAction:
    action = QAction(tr(spec.text), parent)
    action.setObjectName(spec.id)
    action.setShortcuts([QKeySequence(keys) for keys in spec.keys])
    if spec.in_list:
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
    action.triggered.connect(lambda _=False: act())
    return action


def _method(rooms: tuple[object, ...], id: str) -> Callable[[], object]:
    method: Callable[[], object] = next(getattr(room, id) for room in rooms if hasattr(room, id))
    return method
