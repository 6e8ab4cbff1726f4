"""JB458: pictures."""

from journeybook.model.codes.code import Code, Severity

CODES: tuple[Code, ...] = (
    Code(
        "JB458",
        Severity.WARNING,
        "A picture without words for those who cannot see it",
        "Some readers listen to a page. What a picture shows is told to them by its `alt`; an empty one says "
        "that it shows nothing that matters.",
        "- title: Calls support\n  image: scene.svg",
        "- title: Calls support\n  image: {src: scene.svg, alt: A woman on the phone in front of a dark screen}",
        source="W3C, Web Content Accessibility Guidelines 2.2, success criterion 1.1.1 Non-text Content",
    ),
)
