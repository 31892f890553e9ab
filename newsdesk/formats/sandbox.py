"""The room in which a theme's template runs: it sees the page's values and nothing else, and it comes to an end.

Files, the network and Python's insides are out of reach. What could come out differently another time is left out
too: the same blog gives the same bytes. Every round of a loop and every call looks at the clock.
"""

from collections.abc import Callable, Iterable, Iterator
from time import monotonic
from typing import Any

from jinja2 import FunctionLoader, StrictUndefined, Template, nodes, pass_context
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

SECONDS = 10.0  # a page takes some milliseconds
_DEADLINE = "deadline of the page"  # no template can name it
_MOST_BITS = 4_096  # of a power
_BY_CHANCE = ("lipsum",), ("random",)  # globals and filters that differ from time to time


class Room(ImmutableSandboxedEnvironment):
    """Jinja's sandbox, with bounds."""

    intercepted_binops = frozenset({"*", "**", "%"})

    def __init__(self, template: str) -> None:
        only = FunctionLoader(lambda name: (template, name, lambda: True) if name == "page.html" else None)
        super().__init__(
            loader=only, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
        )
        for name in _BY_CHANCE[0]:
            del self.globals[name]
        for name in _BY_CHANCE[1]:
            del self.filters[name]
        self.filters["in time"] = _in_time

    def page(self, template: str) -> Template:
        """The template, with an eye on every loop. Raises TemplateSyntaxError."""
        tree = self.parse(template, "page.html", "page.html")
        for loop in tree.find_all(nodes.For):
            loop.iter = nodes.Filter(loop.iter, "in time", [], [], None, None, lineno=loop.lineno)
        code = self.compile(tree, "page.html", "page.html")
        return Template.from_code(self, code, self.make_globals(None))

    def call(self, context: Context, called: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401
        _look_at_the_clock(context)
        return super().call(context, called, *args, **kwargs)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:  # noqa: ANN401
        are_numbers = isinstance(left, int | float) and isinstance(right, int | float)
        if not are_numbers or (operator == "**" and abs(right) * int(abs(left)).bit_length() > _MOST_BITS):
            raise SecurityError(f"“{operator}” is for numbers of a usual size")
        return super().call_binop(context, operator, left, right)


def rendered(template: Template, values: dict[str, Any]) -> str:
    """The page, or what the template raises; at the latest after some seconds."""
    return str(template.render({**values, _DEADLINE: monotonic() + SECONDS}))


@pass_context
def _in_time(context: Context, items: Iterable[Any]) -> Iterator[Any]:
    for item in items:
        _look_at_the_clock(context)
        yield item


def _look_at_the_clock(context: Context) -> None:
    if monotonic() > context[_DEADLINE]:
        raise SecurityError(f"it does not come to an end within {SECONDS:.0f} seconds")
