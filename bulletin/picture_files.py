"""The files of pictures that pages show: each in all its sizes.

In: pictures with the Word document that holds them, or none. Out: address -> (recipe, maker of the bytes). The bytes are made
only where the file is wanted.
"""

from collections.abc import Callable, Iterable
from functools import partial

from bulletin.config import Config
from bulletin.findings import Finding
from bulletin.model import PictureFile
from bulletin.storage.pictures import Pictures
from bulletin.storage.sources import read_source


def picture_files(
    config: Config, pictures: Iterable[tuple[PictureFile, str]]
) -> dict[str, tuple[str, Callable[[], bytes]]]:
    """Address -> (recipe, maker of the bytes) of each picture in all its sizes."""
    made: dict[str, tuple[str, Callable[[], bytes]]] = {}
    for picture, source in pictures:
        if picture.refused:
            continue
        for url, width in ((picture.url, 0), *picture.smaller):
            made[url] = url, partial(_picture, config, picture, source, width)
    return made


def _picture(config: Config, picture: PictureFile, source: str, width: int) -> bytes:
    from bulletin.reports.reading import read_reports  # late: few builds must look into a document again

    pictures = Pictures(config.content_folder, frozenset())
    if source:
        data = read_source(config.content_folder, source)
        accept = config.word_revisions == "accept"
        pictures.add(source, () if isinstance(data, Finding) else read_reports(data, source, accept).pictures)
    return pictures.bytes_of(picture, width)
