"""Files -> entities, with places and diagnostics."""

from typing import TYPE_CHECKING

from journeybook.on_demand import names_on_demand

if TYPE_CHECKING:
    from journeybook.reading.content import Content, DefiningFile
    from journeybook.reading.entity_files import FileContent, read_file
    from journeybook.reading.files import SeenFiles
    from journeybook.reading.options import options_of, read_options
    from journeybook.reading.others import read_others
    from journeybook.reading.portal_content import content_of, read_content
    from journeybook.reading.read_files import ReadFiles

__all__ = [
    "Content",
    "DefiningFile",
    "FileContent",
    "ReadFiles",
    "SeenFiles",
    "content_of",
    "options_of",
    "read_content",
    "read_file",
    "read_options",
    "read_others",
]

__getattr__ = names_on_demand(
    __name__,
    {
        "content": ("Content", "DefiningFile"),
        "entity_files": ("FileContent", "read_file"),
        "options": ("options_of", "read_options"),
        "others": ("read_others",),
        "portal_content": ("content_of", "read_content"),
        "files": ("SeenFiles",),
        "read_files": ("ReadFiles",),
    },
)
