"""The portal as plain Markdown, for any other site generator."""

from journeybook.exchange.generate.files import generated_files
from journeybook.exchange.generate.folder import ForeignFolderError, Written, write_folder
from journeybook.exchange.generate.host_settings import HostSettings, read_host_settings
from journeybook.exchange.generate.source import Builder, Source

__all__ = [
    "Builder",
    "ForeignFolderError",
    "HostSettings",
    "Source",
    "Written",
    "generated_files",
    "read_host_settings",
    "write_folder",
]
