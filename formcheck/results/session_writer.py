"""Everything that stays of one session, written while it goes on."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from formcheck.errors import FormcheckError
from formcheck.exercises.exercise import Exercise
from formcheck.pose.saved.track_writer import PoseTrackWriter
from formcheck.results.annotated import write_annotated_picture
from formcheck.results.document.judged_set import JudgedSet
from formcheck.results.files.folder import (
    DICTIONARY,
    MEASURES,
    PICTURE,
    POSES,
    REPORT,
    REPS,
    RESULT,
    VIDEO,
    ResultFolder,
)
from formcheck.results.moment import Keeper, Moment
from formcheck.results.report.report import report
from formcheck.results.report.report_cards import ReportPlots
from formcheck.results.report.report_part import ReportPart
from formcheck.results.report.set_keepers import SetKeepers
from formcheck.results.result_document import ResultDocument
from formcheck.results.tables.csv_format import PLAIN, CsvFormat
from formcheck.results.tables.csv_tables import MeasuresTable, peaks_of, write_repetitions
from formcheck.results.tables.data_dictionary import write_data_dictionary
from formcheck.texts.texts import Texts, load_texts

OpenVideo = Callable[[Path], Keeper]


@dataclass(frozen=True)
class TrackSource:
    """Where the poses of a track come from.

    name: of the input. model: name of the pose model. rotation: degrees clockwise by which pictures
    were turned.
    """

    name: str
    model: str
    rotation: int = 0


class SessionWriter:
    """Writes a session's files into its folder; they appear there together, when it is finished.

    Call `update` with every moment and then `finish`; or `discard`, which leaves nothing behind.

    Raises OutputError, or VideoWriteError, where the disk can't take it.

    exercises: those that may be judged.
    track: None where the pose track lies in the folder already. open_video: opens what writes the
    annotated one, given its path; None for none.
    csv: how tables are written. texts: of the report's language; English unless given.
    """

    def __init__(
        self,
        folder: ResultFolder,
        exercises: Sequence[Exercise],
        *,
        track: TrackSource | None,
        open_video: OpenVideo | None,
        csv: CsvFormat = PLAIN,
        texts: Texts | None = None,
    ) -> None:
        self._folder = folder
        self._exercises = exercises
        self._csv = csv
        self._texts = texts or load_texts()
        self._sets = SetKeepers()
        self._keepers: list[Keeper] = []
        self._track: PoseTrackWriter | None = None
        try:
            with folder.writing():
                self._open(track, open_video)
        except FormcheckError:
            self.discard()
            raise

    def _open(self, track: TrackSource | None, open_video: OpenVideo | None) -> None:
        staging = self._folder.staging
        self._measures = MeasuresTable(staging / MEASURES, self._exercises, self._csv)
        self._keepers.append(self._measures)
        if track is not None:
            self._track = PoseTrackWriter(
                staging / POSES, model=track.model, source=track.name, rotation=track.rotation
            )
        if open_video is not None:
            self._keepers.append(open_video(staging / VIDEO))

    def update(self, moment: Moment) -> None:
        """Write what there is to write of one frame."""
        with self._folder.writing():
            for keeper in self._keepers:
                keeper.update(moment)
            if self._track is not None:
                self._track.write(moment.pose)
        self._sets.update(moment)

    def flush(self) -> None:
        """Hand the poses to the system, so that they outlive this process."""
        if self._track is not None:
            self._track.flush()

    def update_picture(self, moment: Moment) -> None:
        """Write a still picture, annotated, beside what is written of every frame."""
        with self._folder.writing():
            write_annotated_picture(self._folder.staging / PICTURE, moment, texts=self._texts)
        self.update(moment)

    def finish(self, document: ResultDocument, judged: Sequence[JudgedSet]) -> Path:
        """Write the result and the report, and put everything in its place; returns the folder.

        judged: the sets that the document was composed of.
        """
        with self._folder.writing():
            if self._track is not None:
                self._track.timing = document.input.timing
            self._close()
            self._write(document, judged)
        self._folder.publish()
        return self._folder.path

    def withdraw(self) -> None:
        """Give up what was written so far; the folder stays, for another writer."""
        self._keepers, keepers = [], self._keepers
        for keeper in keepers:
            with suppress(OSError, FormcheckError):
                keeper.discard()
        if self._track is not None:
            # A file that is still open keeps its space on a full disk, and on Windows its folder.
            self._track.discard()

    def discard(self) -> None:
        """Give up; nothing that was written stays."""
        self.withdraw()
        self._folder.discard()

    def _close(self) -> None:
        for keeper in self._keepers:
            keeper.close()
        if self._track is not None:
            self._track.close()

    def _write(self, document: ResultDocument, judged: Sequence[JudgedSet]) -> None:
        staging = self._folder.staging
        write_repetitions(staging / REPS, document.sets, self._csv)
        write_data_dictionary(
            staging / DICTIONARY,
            self._measures.measures,
            peaks_of(document.sets),
            self._texts,
            self._csv,
        )
        parts = tuple(self._parts(document, judged))
        film = VIDEO if (staging / VIDEO).exists() else None
        (staging / REPORT).write_text(report(document, parts, self._texts, film), "utf-8")
        (staging / RESULT).write_text(document.to_json(), "utf-8")

    def _parts(self, document: ResultDocument, judged: Sequence[JudgedSet]) -> Iterator[ReportPart]:
        """The sets in which something was done; the first one where that was none."""
        done = [number for number, one in enumerate(judged, 1) if one.begin_s is not None]
        of_sets = [document.of_set(one) for one in document.sets] or [document]
        for number, of_set in zip(done or [1], of_sets, strict=True):
            kept = self._sets.of_set(number, judged[number - 1].summary.exercise)
            series = kept.series
            plots = ReportPlots(series.counted_on, series.repetition, series.criteria)
            yield ReportPart(of_set, kept.exercise, plots, kept.key_frames.pictures(of_set.reps))
