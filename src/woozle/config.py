"""Names, versions and settings that every part may know."""

from dataclasses import dataclass

#: Version of the record format that is written to ``manifest.json``.
RECORD_FORMAT = 1

#: The version of Woozle. `pyproject.toml` says the same; a test compares them.
VERSION = "0.1.0"

#: A generation of the case layout; a case of another one is refused rather than misread.
CASE_FORMAT = 1


@dataclass(frozen=True, slots=True)
class RunSettings:
    """How a run works; none of these changes the record.

    Attributes:
        reports_a_chunk: at most so many reports are read in one go.
        seconds_a_report: a reader that takes longer over one report is stopped, and the report listed as not read.
        megabytes_a_worker: memory that one reader may take.
        percent_of_memory: share of this machine's memory that a run may take: with less there are fewer readers, and
            what does not fit goes through the disk.
    """

    reports_a_chunk: int = 64
    seconds_a_report: int = 60
    megabytes_a_worker: int = 4096
    percent_of_memory: int = 60


@dataclass(frozen=True, slots=True)
class AddSettings:
    """What a collection (Parquet, JSON Lines, WARC) may hold.

    Attributes:
        megabytes_a_record: a larger record is listed instead of kept.
        records_a_file: those behind are not read, and that is listed.
        problems_a_file: so many records that could not be read are listed one by one, the others of the file counted.
    """

    megabytes_a_record: int = 32
    records_a_file: int = 2_000_000
    problems_a_file: int = 1_000
