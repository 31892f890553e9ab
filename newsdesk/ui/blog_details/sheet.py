"""The sheet with the details of a blog. What one leaves is stored; there is nothing to confirm."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QLocale, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from newsdesk.domain.blog import Blog
from newsdesk.domain.links import is_link
from newsdesk.domain.revision import Done
from newsdesk.domain.slug import slug as to_slug
from newsdesk.errors import NewsdeskError
from newsdesk.ui import look
from newsdesk.ui.blog_details import typed
from newsdesk.ui.blog_details.visit import BlogVisit
from newsdesk.ui.body_editor import BodyEditor, Step
from newsdesk.ui.controls import ThinScrollBar
from newsdesk.ui.fields import Field, Form, Segments, scrolling
from newsdesk.ui.messages import Choice
from newsdesk.ui.overlay import Overlay
from newsdesk.ui.sheet_header import SheetHeader
from newsdesk.ui.surroundings import Surroundings
from newsdesk.ui.typing_line import is_undo
from newsdesk.ui.words import tr
from newsdesk.ui.zone_field import ZoneField

_WIDTH, _HEIGHT = 680, 760


class BlogDetails(Overlay):
    """Shows the open blog; when another is opened, that one."""

    def __init__(self, over: QWidget, around: Surroundings) -> None:
        super().__init__(over, tr("Blog details"), _WIDTH, _HEIGHT, is_passing=False)
        self._around = around
        self._visit: BlogVisit | None = None
        self._make_fields()
        self._lay_out()
        self._connect()
        around.signals.edited.connect(self._follow)

    def ask(self, blog: Blog, first: QWidget) -> None:
        """Show a blog, with the keys going to one of the fields."""
        self._show_blog(blog)
        self.open(first)

    @property
    def blog(self) -> Blog | None:
        return self._visit.blog if self._visit else None

    def close_sheet(self) -> None:
        self.flush()
        super().close_sheet()

    def flush(self) -> None:
        """Store what was typed so far."""
        for field in self._fields():
            field.flush()
        self.introduction.flush()

    def _make_fields(self) -> None:
        self.headline = Field(tr("Headline of the blog"), tr("Headline of the blog"))
        self.headline.line.setFont(look.text(semibold=True))
        self.introduction = _Introduction()
        self.date = Field(tr("Date"), tr("6 Jan 2022"))
        self.zone = ZoneField(tr("Time zone"), lambda: self._around.settings.value.zones)
        self.language = Field(tr("Language"), "en")
        self.bylines = Field(tr("Bylines"), tr("Names, parted by commas"))
        self.slug = Field(tr("Short name"), tr("For files and addresses"))
        self.url = Field(tr("Address"), "https://")
        self.coverage = Segments(tr("Coverage"), (("open", tr("Open")), ("closed", tr("Closed"))))
        self.start, self.end = Field(tr("Coverage began"), "05:00"), Field(tr("Coverage ended"), "23:00")

    def _fields(self) -> tuple[Field, ...]:
        return (
            self.headline, self.date, self.zone, self.language, self.bylines, self.slug, self.url, self.start, self.end,
        )

    def _lay_out(self) -> None:
        form = Form()
        form.add(tr("Headline"), self.headline)
        form.add(tr("Introduction"), self.introduction)
        form.add_line()
        for field in self._fields()[1:5]:
            form.add(field.line.accessibleName(), field)
        form.add_line()
        form.add(tr("Coverage"), self.coverage)
        form.add(tr("Coverage began"), self.start)
        form.add(tr("Coverage ended"), self.end)
        form.add_line()
        form.add(tr("Short name"), self.slug)
        form.add(tr("Address"), self.url)
        self.column.addWidget(SheetHeader(tr("Blog details"), self.close_sheet))
        self.column.addWidget(scrolling(form), 1)

    def _connect(self) -> None:
        self.headline.given.connect(lambda text: self._give("Rename blog", headline=" ".join(text.split())))
        self.introduction.stepped.connect(self._take_step)
        self.date.given.connect(lambda text: self._read(self.date, "Edit date of blog", "date", typed.text_to_date))
        self.zone.chosen.connect(lambda zone: self._give("Edit zone of blog", zone=zone))
        self.language.given.connect(
            lambda text: self._read(self.language, "Edit language of blog", "language", typed.text_to_language)
        )
        self.bylines.given.connect(lambda text: self._give("Edit bylines of blog", bylines=typed.text_to_names(text)))
        self.slug.given.connect(lambda text: self._give("Edit short name of blog", slug=to_slug(text)))
        self.url.given.connect(lambda text: self._give("Edit address of blog", url=text.strip()))
        self.coverage.chosen.connect(self._set_open)
        self.start.given.connect(lambda _: self._read_moment(self.start, "coverage_start"))
        self.end.given.connect(lambda _: self._read_moment(self.end, "coverage_end"))
        self._around.panes.blogs.chosen.connect(self._change_blog)

    def _give(self, title: str, **fields: object) -> None:
        if self._visit is not None:
            self._visit.give(title, **fields)
            self._show(frozenset(fields))

    def _read(self, field: Field, title: str, name: str, read: Callable[[str], object]) -> None:
        """Take what was typed; what is not understood stays in the field, with the reason beneath."""
        try:
            value = read(field.text)
        except NewsdeskError as error:
            field.say(error.sentence, is_wrong=True)
        else:
            field.say("")
            self._give(title, **{name: value})

    def _read_moment(self, field: Field, name: str) -> None:
        blog, zones = self.blog, self._around.settings.value.zones
        if blog is not None:
            was = getattr(blog, name)
            self._read(field, "Edit coverage", name, lambda text: typed.text_to_moment(text, was, blog, zones))

    def _set_open(self, value: str) -> None:
        self._give("Reopen blog" if value == "open" else "Close blog", is_open=value == "open")

    def _take_step(self, step: Step) -> None:
        if self._visit is not None and step.subject == self._visit.id:
            self._visit.give("Edit introduction", introduction=step.after)

    def _change_blog(self, blog: Blog | None) -> None:
        if self.isVisible():
            self.flush()
            self._show_blog(blog) if blog is not None else self.leave()

    def _show_blog(self, blog: Blog) -> None:
        visit = self._visit = BlogVisit(self._around.live, blog, self)
        visit.refused.connect(lambda error: self._say_refused(visit, error))
        visit.recovered.connect(lambda: self._around.messages.bars.clear("blog details"))
        visit.shown_anew.connect(lambda names: self._show_again(visit, names))
        self.introduction.set_body(blog.introduction, visit.id)
        for field in self._fields():
            field.take_back("")
            field.say("")
        self._show()

    def _show_again(self, visit: BlogVisit, names: frozenset[str]) -> None:
        if visit is self._visit:
            self._show(names)
            if "introduction" in names:
                self.introduction.follow(visit.blog.introduction, take_caret=True)

    def _show(self, names: frozenset[str] | None = None) -> None:
        """Show these fields of the blog, or all."""
        blog = self.blog
        if blog is None:
            return
        shown = {
            "headline": (self.headline, blog.headline), "date": (self.date, typed.date_to_text(blog.date)),
            "zone": (self.zone, blog.zone), "language": (self.language, blog.language),
            "bylines": (self.bylines, ", ".join(blog.bylines)), "slug": (self.slug, blog.slug),
            "url": (self.url, blog.url),
            "coverage_start": (self.start, typed.moment_to_text(blog.coverage_start, blog.zone)),
            "coverage_end": (self.end, typed.moment_to_text(blog.coverage_end, blog.zone)),
        }
        for name, (field, text) in shown.items():
            if names is None or name in names:
                field.take_back(text)
        self.coverage.set_chosen("open" if blog.is_open else "closed")
        self._say_notes(blog)

    def _say_notes(self, blog: Blog) -> None:
        locale = QLocale(blog.language)
        is_known = locale.language() is not QLocale.Language.C
        self.language.say(locale.nativeLanguageName() if is_known else tr("No language of that code is known here."))
        is_odd = bool(blog.url) and not is_link(blog.url)
        self.url.say(tr("This does not look like an address.") if is_odd else "", is_wrong=True)

    def _follow(self, done: Done) -> None:
        if self._visit is not None:
            self._visit.follow(done)

    def _say_refused(self, visit: BlogVisit, error: NewsdeskError) -> None:
        choices = (Choice(tr("Keep mine"), visit.keep_mine), Choice(tr("Take theirs"), visit.take_theirs))
        self._around.messages.bars.say("blog details", error.sentence, *choices, is_lasting=True)


class _Introduction(BodyEditor):
    """The introduction as rich text."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Introduction"))
        self.setAccessibleDescription("")
        self.setPlaceholderText(tr("What stands above the entries"))
        self.setMinimumHeight(20 * look.GRID)
        self.setVerticalScrollBar(ThinScrollBar(Qt.Orientation.Vertical, self))

    def side_margin(self) -> int:
        return 0

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and is_undo(event):
            self.flush()  # the undo that comes takes back what was typed last
        return super().event(event)
