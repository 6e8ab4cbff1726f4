"""Files -> entities, with places and diagnostics."""

from journeybook.reading.content import Content, DefiningFile
from journeybook.reading.entity_files import FileContent, read_file
from journeybook.reading.options import OPTIONS_FILE, options_of, read_options
from journeybook.reading.others import read_others
from journeybook.reading.portal_content import content_of, read_content
from journeybook.reading.read_files import ReadFiles
from journeybook.reading.translated import translated

__all__ = [
    "OPTIONS_FILE",
    "Content",
    "DefiningFile",
    "FileContent",
    "ReadFiles",
    "content_of",
    "options_of",
    "read_content",
    "read_file",
    "read_options",
    "read_others",
    "translated",
]
