"""Lays out a document from the beginning of one of its pages, and up to the beginning of another.

WeasyPrint begins each page from a state: where in the boxes it goes on, the counters, the side, the
kind of page. So a later page can be made without the ones before it, if it gets that state, the
strings and boxes that running heads repeat, and the pages of the targets that it names.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any

from weasyprint import DEFAULT_OPTIONS, HTML, Document, document, layout
from weasyprint.css.counters import CounterStyle
from weasyprint.css.targets import TargetCollector, TargetLookupItem, anchor_name_from_token
from weasyprint.formatting_structure.build import build_formatting_structure
from weasyprint.layout import page as page_layout

from compendium.rendering.patches.replacing import patch, replaced

BEGINNING = patch(layout, "initialize_page_maker", "context root_box", "it begins with page 1")
PAGES = patch(layout, "make_all_pages", "context root_box html pages", "it ends with the document")
KIND = patch(page_layout, "PageType", "side blank name index groups", "it counts from page 1")
REPEATED = patch(
    layout.LayoutContext,
    "get_string_or_element_for",
    "self store page name keyword",
    "it knows the pages of this layout alone",
)
TARGETS = patch(document, "TargetCollector", "", "it knows the targets of this layout alone")

Place = tuple[int, ...]  # the number of a box among its siblings, at each level below the root


@dataclass(frozen=True, slots=True)
class PageState:
    """Where a page begins, and what WeasyPrint has to know there.

    Attributes:
        beginning: the entry of `page_maker` without the last part.
        is_clean: whether nothing of the page before, such as a note, waits for this one.
    """

    beginning: tuple[Any, ...]
    is_clean: bool = True

    @property
    def place(self) -> Place:
        """The place of the first box of the page."""
        place, rest = [], self.beginning[0]
        while rest:
            ((number, rest),) = rest.items()
            place.append(number)
        return tuple(place)


@dataclass(slots=True)
class Before:
    """What a page repeats or names of pages that are not laid out with it."""

    pages: int = 0
    state: PageState | None = None
    strings: Mapping[str, Any] = field(default_factory=dict)
    elements: Mapping[str, Any] = field(default_factory=dict)
    targets: Mapping[str, Any] = field(default_factory=dict)


@dataclass(slots=True)
class Laid:
    """Laid out pages, the states at the beginning of each and after the last, and their context."""

    html: HTML
    root: Any
    context: Any
    pages: list[Any]
    states: list[PageState]


Stop = Callable[[PageState], bool]


def lay_out_part(html: HTML, fonts: Any, before: Before, stop: Stop = lambda _: False) -> Laid:
    """Lay out a page of HTML from a state on.

    Args:
        html: the page; what stands before the state may be empty elements.
        fonts: the configuration of fonts of the whole document.
        before: what the pages before left.
        stop: whether a state is where the layout ends.
    """
    counters = CounterStyle()
    part = _Part(before, stop)
    with part.in_place():
        context = Document._build_layout_context(  # noqa: SLF001
            html, fonts, counters, {}, DEFAULT_OPTIONS.copy()
        )
        root = build_formatting_structure(
            html.etree_element,
            context.style_for,
            context.get_image_from_uri,
            html.base_url,
            context.target_collector,
            counters,
            context.footnotes,
        )
        pages = list(layout.layout_document(html, root, context))
    entries = context.page_maker
    clean = [part.clean.get(number, True) for number in range(len(entries))]
    states = [PageState(entry[:4], clean[number]) for number, entry in enumerate(entries)]
    return Laid(html, root, context, pages, states)


class _Part:
    """Replaces what knows only whole documents."""

    def __init__(self, before: Before, stop: Stop) -> None:
        self._before, self._stop = before, stop
        self.clean: dict[int, bool] = {}

    @contextmanager
    def in_place(self) -> Iterator[None]:
        with ExitStack() as stack:
            stack.enter_context(replaced(BEGINNING, self._begin))
            stack.enter_context(replaced(PAGES, self._make_pages))
            stack.enter_context(replaced(KIND, self._kind))
            stack.enter_context(replaced(REPEATED, self._repeat))
            stack.enter_context(replaced(TARGETS, lambda _: self._targets))
            yield

    def _begin(self, original: Callable[..., None]) -> Callable[..., None]:
        state = self._before.state

        def begin(context: Any, root: Any) -> None:
            if state is None:
                original(context, root)
            else:
                context.page_maker = [(*copy.deepcopy(state.beginning), _nothing_made())]

        return begin

    def _make_pages(self, _: Callable[..., Any]) -> Callable[..., Iterator[Any]]:
        def make(context: Any, root: Any, html: HTML, pages: list[Any]) -> Iterator[Any]:
            number, waiting = 0, False
            context.rendered_notes = []
            while number == 0 or waiting or not self._ends(context.page_maker[number]):
                made = context.page_maker[number][-1]
                if not pages or made["content_changed"] or made["pages_wanted"]:
                    made.update(_nothing_made())
                    page, _ = page_layout.remake_page(number, context, root, html)
                    waiting = bool(context.reported_footnotes)
                    self.clean[number + 1] = not (waiting or context.broken_out_of_flow)
                else:
                    page, waiting = pages[number], False
                yield page
                number += 1
            context.page_maker = context.page_maker[: number + 1]
            context.page_maker[number][-1]["content_changed"] = False
            context.broken_out_of_flow.clear()
            context.reported_footnotes.clear()

        return make

    def _ends(self, entry: tuple[Any, ...]) -> bool:
        return entry[0] is None or self._stop(PageState(entry[:4]))

    def _kind(self, original: Callable[..., Any]) -> Callable[..., Any]:
        def kind(side: str, blank: bool, name: str, index: int, groups: Any) -> Any:  # noqa: FBT001
            return original(side, blank, name, index + self._before.pages, groups)

        return kind

    def _repeat(self, original: Callable[..., Any]) -> Callable[..., Any]:
        def repeat(context: Any, store: Any, page: Any, name: str, keyword: str) -> Any:
            value = original(context, store, page, name, keyword)
            is_string = store is context.string_set
            earlier = self._before.strings if is_string else self._before.elements
            if value or keyword == "all-once" or context.current_page in store[name]:
                return value
            return (earlier[name],) if name in earlier else ()

        return repeat

    def _targets(self) -> TargetCollector:
        return _Targets(self._before.targets)


class _Targets(TargetCollector):  # type: ignore[misc] # WeasyPrint has no types
    """The targets of a part, and the pages of those beyond it."""

    def __init__(self, beyond: Mapping[str, Any]) -> None:
        super().__init__()
        self._beyond = beyond

    def lookup_target(self, anchor_token: Any, source_box: Any, *others: Any) -> Any:
        """Look up a target."""
        name = _name(anchor_token, source_box)
        if name is None or name not in self._beyond:
            return super().lookup_target(anchor_token, source_box, *others)
        counters = self._beyond[name]
        item = TargetLookupItem("up-to-date")
        item.target_box = SimpleNamespace(cached_counter_values=counters)
        item.cached_page_counter_values = counters
        return item


def _name(token: Any, box: Any) -> str | None:
    if token[0] == "attr()":
        name, _, fallback = token[1]
        value = box.element.get(name, fallback)
        token = ("string", value if isinstance(value, str) else "")
    found = anchor_name_from_token(token)
    return found if isinstance(found, str) else None


def _nothing_made() -> dict[str, Any]:
    return {"content_changed": False, "pages_wanted": False, "anchors": [], "content_lookups": []}
