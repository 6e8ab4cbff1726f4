"""Pages to HTML."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from jinja2 import Environment
from markupsafe import Markup, escape

from journeybook.model.addresses import FRONT, Address, root_of
from journeybook.pages import ROOT, Context, Narrate, Narrative, PageView
from journeybook.pages.entrances import EntranceGroup
from journeybook.pages.language_links import LanguageLink
from journeybook.pages.linked_data import linked_data
from journeybook.pages.redirect import RedirectPage
from journeybook.rendering.diagrams import Draw, with_pictures
from journeybook.rendering.drawn import Drawn, standing_for
from journeybook.rendering.environment import environment_of, templates_of_theme
from journeybook.rendering.kept_templates import KeptTemplates, compile_all, is_kept
from journeybook.rendering.narrative_headings import at_level, headings_in
from journeybook.rendering.rendered import Heading, Rendered
from journeybook.rendering.search import entries_of
from journeybook.reviews import CommentLinks

_SHARED_NARRATIVES = 1_024
"""How many narratives are kept as HTML: those of a journey's stages and steps stand on two pages."""

_BELOW_TITLE = 2


class Renderer:
    """Turns pages into HTML through the theme's templates."""

    def __init__(
        self,
        context: Context,
        narrate: Narrate,
        overrides: Sequence[Path] = (),
        draw: Draw | None = None,
        kept: KeptTemplates | None = None,
    ) -> None:
        """`narrate` turns Markdown into HTML; `overrides` are folders whose templates come before the theme's.

        Without `draw` diagrams stay text, which a script draws in the page. `kept` are templates that were
        compiled before.
        """
        self._context = context
        self._directory_urls = context.directory_urls
        self._scope = context.scope
        self._narrate = lru_cache(maxsize=_SHARED_NARRATIVES)(narrate)
        self._draw_diagram = draw
        self._environment: Environment = environment_of(context, self._kept, tuple(overrides), kept)
        self._narratives: list[tuple[Narrative, int]] = []

    @property
    def is_compiled(self) -> bool:
        """Whether the templates need not be compiled; all are kept, or hardly any."""
        return is_kept(self._environment, "journeybook/page.html")

    def compile(self) -> None:
        """Have all templates compiled and kept, for whoever will use them."""
        compile_all(self._environment, templates_of_theme())

    def draw(self, view: PageView) -> Drawn:
        """The page that `view` describes as the templates give it."""
        self._narratives.clear()
        template = self._environment.get_template(f"journeybook/{view.page.template}.html")
        html = template.render(view=view, linked_data=linked_data(view, self._context))
        return Drawn(html, tuple(self._narratives))

    def render(self, view: PageView) -> Rendered:
        """The page that `view` describes."""
        address = view.page.address
        drawn = self.draw(view)
        own = escape(ROOT + address.url(directory_urls=self._directory_urls))
        root = root_of(address, directory_urls=self._directory_urls)
        html = with_pictures(drawn.html, self._draw_diagram)
        for number, (narrative, level) in enumerate(drawn.narratives):
            html = html.replace(standing_for(number), self._narrated(narrative, level))
        html = self._scope.resolved(html.replace(f'"{own}#', '"#'), root)  # first the links that stay on the page
        return Rendered(
            html=html,
            headings=self._headings(view),
            description=view.head.plain_summary or view.head.plain_title,
            found=entries_of(view, self._narrate),
            drawn=drawn,
        )

    def below(
        self, comment: CommentLinks | None, entrances: Sequence[EntranceGroup] = (), edit: str | None = None
    ) -> str:
        """What stands below an ordinary page, as HTML: where comments go, and the front page's ways in.

        `edit` is where its source is edited, for hosts that do not say so themselves.
        """
        html = self.drawn_below(comment, entrances, edit)
        return self._scope.resolved(html, root_of(FRONT, directory_urls=self._directory_urls))

    def above(self, languages: Sequence[LanguageLink], page: Address) -> str:
        """What stands above the ordinary page at `page` that exists in several languages, as HTML."""
        html = self.drawn_above(languages)
        return self._scope.resolved(html, root_of(page, directory_urls=self._directory_urls))

    def drawn_above(self, languages: Sequence[LanguageLink]) -> str:
        """The same with links into the site that begin with `SITE` or `ROOT`."""
        return self._environment.get_template("journeybook/parts/above.html").render(languages=languages)

    def drawn_below(
        self, comment: CommentLinks | None, entrances: Sequence[EntranceGroup] = (), edit: str | None = None
    ) -> str:
        """The same with links into the site that begin with `ROOT`."""
        template = self._environment.get_template("journeybook/parts/below.html")
        return template.render(comment=comment, entrances=entrances, edit=edit)

    def redirect(self, page: RedirectPage) -> str:
        """What stands at an old address, as a whole HTML page."""
        return self._environment.get_template("journeybook/redirect.html").render(view=page)

    def _kept(self, narrative: Narrative, level: int) -> Markup:
        """What stands in a page for a narrative until its form is known."""
        self._narratives.append((narrative, level))
        return standing_for(len(self._narratives) - 1)

    def _headings(self, view: PageView) -> tuple[Heading, ...]:
        if view.narrative is None:
            return view.headings
        narrated = headings_in(self._narrated(view.narrative, _BELOW_TITLE))
        opening = sum(1 for section in view.opening for _ in section.headings())
        return view.headings[:opening] + narrated + view.headings[opening:]

    def _narrated(self, narrative: Narrative, level: int) -> Markup:
        """The narrative as HTML; its highest headings are of `level`."""
        html = at_level(self._narrate(narrative), level)
        return Markup(html)  # noqa: S704  # the host's Markdown, trusted as any page
