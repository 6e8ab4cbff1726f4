"""The small portal in four languages: two scripts, two directions, some of it translated."""

from __future__ import annotations

from tests.mkdocs.small_portal import SmallPortal

FILES = {
    "journeybook.yml": """\
        languages: [en, pl, zh-Hans, ar]
        comments: {tracker: github, repository: https://github.com/example/journeys}
        """,
    "content/about/picture.png": "no picture\n",
    "content/about/how.md": "# How to read\n\nFrom left to right. ![A picture](picture.png)\n",
    "content/journeys/eu/claim.pl.yml": """\
        title: Zgłoszenie szkody
        summary: Od zalania do czeku.
        narrative: ""
        stages:
          - id: report
            title: Zgłoszenie
            steps:
              - id: calls
                title: Dzwoni
                pains:
                  - {id: told-twice, title: Musi tłumaczyć dwa razy}
        """,
    "content/channels.pl.yml": "phone: Telefon\nletter: List\n",
    "content/personas/ada.ar.md": """\
        ---
        title: آدا
        ---
        تبيع الشاي. [القناة](../channels.yml), [صفحة](../about/how.md), ![صورة](../about/picture.png)
        """,
    "content/about/how.pl.md": """\
        # Jak czytać

        Od lewej do prawej: [podróż](../journeys/eu/claim.yml), [start](../index.md), [[ada]], [uwaga](note.md).

        ![Obraz](picture.png)
        """,
    "content/about/note.md": "# Note\n\n[How](how.md)\n",
    "content/index.zh-Hans.md": "# 欢迎\n\n[旅程](journeys/eu/claim.yml)\n",
}

LANGUAGES = ("en", "pl", "zh-Hans", "ar")


def in_four_languages(portal: SmallPortal) -> SmallPortal:
    """`portal` with translations and the options that publish them."""
    portal.write(FILES)
    portal.settings["site_url"] = "https://example.org/journeys/"
    return portal
