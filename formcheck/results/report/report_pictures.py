"""The pictures of a report, each with what it shows."""

from base64 import b64encode
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from formcheck.results.report.key_frames import KeyFrame
from formcheck.results.result_document import ResultDocument, VerdictName
from formcheck.results.wording.times_wording import clock_exactly
from formcheck.texts.texts import Texts


@dataclass(frozen=True)
class ReportPicture:
    """A picture of a repetition; `number` and `verdict` are None where it shows none.

    time_s: when it was. source: the picture itself, as a data URL. size: width and height, pixels.
    """

    number: int | None
    verdict: VerdictName | None
    shows: str
    time_s: float
    source: str
    size: tuple[int, int]


def report_pictures(
    document: ResultDocument, pictures: Sequence[KeyFrame], texts: Texts
) -> Iterator[ReportPicture]:
    """Each of them, with its moment where that is known."""
    titles = titles_of(document)
    verdicts = {one.number: one.verdict for one in document.reps}
    for picture in pictures:
        if picture.criterion is None:
            shows = texts.text("report.pictures.furthest")
        else:
            shows = texts.text("report.pictures.fault", title=titles[picture.criterion])
        if document.input.times != "guessed":
            time = clock_exactly(picture.time_s)
            shows = texts.text("report.pictures.at", shows=shows, time=time)
        verdict = None if picture.number is None else verdicts[picture.number]
        data = b64encode(picture.jpeg).decode("ascii")
        source = f"data:image/jpeg;base64,{data}"
        yield ReportPicture(picture.number, verdict, shows, picture.time_s, source, picture.size)


def titles_of(document: ResultDocument) -> Mapping[str, str]:
    """What to call each fault: its criterion's title, and its id where the document has none."""
    faults = {fault: fault for one in document.reps for fault in one.faults}
    return faults | {one.id: one.title for one in document.criteria}
