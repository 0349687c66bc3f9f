"""Ingest: reading extract files, checking every value, and storing all of them or nothing."""

from boardtui.ingest.faults import (
    Fault,
    FaultGroup,
    Faults,
    IngestFailedError,
    IngestRefusedError,
    IngestUsageError,
)
from boardtui.ingest.folder.folder import ingest_folder
from boardtui.ingest.folder.report import FolderReport
from boardtui.ingest.folder.request import FolderRequest
from boardtui.ingest.ingest import ingest
from boardtui.ingest.report import FileReport, IngestReport
from boardtui.ingest.request import IngestRequest, IngestSettings, Progress

__all__ = [
    "Fault",
    "FaultGroup",
    "Faults",
    "FileReport",
    "FolderReport",
    "FolderRequest",
    "IngestFailedError",
    "IngestRefusedError",
    "IngestReport",
    "IngestRequest",
    "IngestSettings",
    "IngestUsageError",
    "Progress",
    "ingest",
    "ingest_folder",
]
