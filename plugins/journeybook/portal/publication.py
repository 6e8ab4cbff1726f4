"""A portal as it is published: for its audience, in each of its languages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from journeybook.model.diagnostics import Diagnostic, in_file_order
from journeybook.model.portal_options import PortalOptions
from journeybook.model.record import with_changes
from journeybook.portal.audience import LeftOut, division_of
from journeybook.portal.graph import Portal, assemble
from journeybook.reading import Content
from journeybook.reading.translated import translated


@dataclass(frozen=True, slots=True)
class Publication:
    """What is published of a portal."""

    whole: Portal
    """Everything there is, in the portal's own language."""
    portal: Portal
    """What its readers get, in that language. Its findings are about the whole."""
    left_out: LeftOut
    """What they do not get."""
    translations: Mapping[str, Portal]
    """What they get in each of its other languages, in their order."""

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What is wrong, in any language, in file order."""
        known = set(self.portal.diagnostics)
        alone = (one for other in self.translations.values() for one in other.diagnostics if one not in known)
        return in_file_order([*self.portal.diagnostics, *alone])

    def translated(self, language: str) -> Portal:
        """What readers of `language` get."""
        return self.translations.get(language, self.portal)


def publication_of(
    content: Content, options: PortalOptions, before: Portal | None = None, *, once: bool = False
) -> Publication:
    """What is published of `content` as `options` say; what is known from the whole portal `before` saves time.

    It is published but `once` where nobody will know the next by it.
    """
    whole = assemble(content, before, once=once)
    divided = division_of(whole, options)
    return Publication(whole, divided.portal, divided.left_out, translations_of(content, options))


def translations_of(content: Content, options: PortalOptions) -> dict[str, Portal]:
    """`content` as its readers get it in each of the portal's other languages."""
    original, *others = options.editions
    return {
        language: division_of(
            assemble(translated(content, language, original), once=True), with_changes(options, language=language)
        ).portal
        for language in others
    }
