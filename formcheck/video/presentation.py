"""When each decoded picture is shown, mended where a container gets it wrong."""

from dataclasses import dataclass


@dataclass(frozen=True)
class PresentationSettings:
    """Seconds between pictures.

    least_gap_s: pose models take whole milliseconds, which must rise.
    discontinuity_s: by which a stamp must jump back for the clock to have been set anew; less is a
        container's disorder (engineering: longer than any decoder reorders pictures).
    """

    least_gap_s: float = 0.001
    discontinuity_s: float = 1.0


class PresentationClock:
    """Turns a container's time stamps into seconds since the first frame that strictly rise.

    Good stamps pass unchanged, at whatever rate they come. Where a stamp is missing, the picture
    is taken one usual step after the one before it; where it repeats or runs slightly backward,
    half a step after. Where it jumps back by more than a second (files joined together, a camera
    that set its clock), time goes on from there.

    Some containers (H.264 in AVI) give presentation stamps in the wrong order but good decoding
    stamps. So both kinds are watched, and the one that has failed to rise less often is believed;
    FFmpeg's own players choose likewise.
    """

    def __init__(
        self, usual_step_s: float, settings: PresentationSettings = PresentationSettings()
    ) -> None:
        self._settings = settings
        self._usual_step_s = usual_step_s
        self._presentation = _Stamps()
        self._decoding = _Stamps()
        self._offset_s: float | None = None
        self._last_s: float | None = None

    def time_of(self, presentation_s: float | None, decoding_s: float | None = None) -> float:
        """Seconds since the first frame for the next frame in display order."""
        stamp_s = self._believed(presentation_s, decoding_s)
        self._last_s = self._next(stamp_s)
        return self._last_s

    def _believed(self, presentation_s: float | None, decoding_s: float | None) -> float | None:
        self._presentation.update(presentation_s)
        self._decoding.update(decoding_s)
        if presentation_s is None or (
            decoding_s is not None and self._presentation.faults > self._decoding.faults
        ):
            return decoding_s
        return presentation_s

    def _next(self, stamp_s: float | None) -> float:
        last_s = self._last_s
        expected_s = 0.0 if last_s is None else last_s + self._usual_step_s
        if stamp_s is None:
            return expected_s
        if self._offset_s is None:
            self._offset_s = expected_s - stamp_s
        time_s = stamp_s + self._offset_s
        if last_s is None or time_s >= last_s + self._settings.least_gap_s:
            return time_s
        if last_s - time_s > self._settings.discontinuity_s:
            self._offset_s = expected_s - stamp_s
            return expected_s
        return last_s + max(self._usual_step_s / 2, self._settings.least_gap_s)


class _Stamps:
    """How often one kind of stamp failed to rise."""

    def __init__(self) -> None:
        self.faults = 0
        self._last_s: float | None = None

    def update(self, stamp_s: float | None) -> None:
        if stamp_s is None:
            return
        if self._last_s is not None and stamp_s <= self._last_s:
            self.faults += 1
        self._last_s = stamp_s
