"""When each decoded picture is shown, mended where a container gets it wrong."""

from dataclasses import dataclass


@dataclass(frozen=True)
class PresentationSettings:
    """Seconds between pictures.

    least_step_s: between two pictures; stamps that are closer are in error, as no camera takes
        five hundred pictures a second of somebody who exercises. Pose models take whole
        milliseconds, which must rise.
    discontinuity_s: by which a stamp must jump back for the clock to have been set anew; less is a
        container's disorder (engineering: longer than any decoder reorders pictures).
    leap_s: by which a stamp must leap forward for the same, in containers made to be joined; as
        FFmpeg's own threshold.
    near_s: up to which a mended time still rests on the stamp (engineering value: it changes
        nothing that is judged).
    believed_share: of the pictures whose time must rest on a stamp for the times to be known
        (engineering value).
    """

    least_step_s: float = 0.002
    discontinuity_s: float = 1.0
    leap_s: float = 10.0
    near_s: float = 0.25
    believed_share: float = 0.8


DEFAULTS = PresentationSettings()


class PresentationClock:
    """Turns a container's time stamps into seconds since the first frame that strictly rise.

    Good stamps pass unchanged, at whatever rate they come. Where a stamp is missing, the picture
    is taken one usual step after the one before it; where it repeats or runs slightly backward,
    half a step after. Where it jumps back by more than a second (files joined together, a camera
    that set its clock), time goes on from there; likewise where it leaps forward in a container
    that is made to be joined. `guessed` says whether too little of it rests on stamps.

    Some containers (H.264 in AVI) give presentation stamps in the wrong order but good decoding
    stamps. So both kinds are watched, and the one that has failed to rise less often is believed;
    FFmpeg's own players choose likewise.

    usual_step_s: between two pictures. may_leap: whether the container is made to be joined.
    joints: how often the stamps began anew.
    """

    def __init__(
        self,
        usual_step_s: float,
        settings: PresentationSettings = DEFAULTS,
        *,
        may_leap: bool = False,
    ) -> None:
        self._settings = settings
        self._usual_step_s = usual_step_s
        self._may_leap = may_leap
        self._presentation = _Stamps()
        self._decoding = _Stamps()
        self._offset_s: float | None = None
        self._last_s: float | None = None
        self._last_stamp_s: float | None = None
        self._repeats = 0
        self._pictures = self._stamped = 0
        self._stamped_s: float | None = None
        self.joints = 0

    @property
    def guessed(self) -> bool:
        """Whether too few of the times so far rest on a stamp."""
        return self._stamped < self._settings.believed_share * self._pictures

    def time_of(self, presentation_s: float | None, decoding_s: float | None = None) -> float:
        """Seconds since the first frame for the next frame in display order."""
        stamp_s = self._believed(presentation_s, decoding_s)
        joints = self.joints
        time_s = self._next(stamp_s)
        self._count(time_s, stamp_s, joined=self.joints > joints)
        self._last_s = time_s
        self._last_stamp_s = stamp_s
        return time_s

    def _believed(self, presentation_s: float | None, decoding_s: float | None) -> float | None:
        self._presentation.update(presentation_s)
        self._decoding.update(decoding_s)
        if presentation_s is None or (
            decoding_s is not None and self._presentation.faults > self._decoding.faults
        ):
            return decoding_s
        return presentation_s

    def _next(self, stamp_s: float | None) -> float:
        last_s, settings = self._last_s, self._settings
        expected_s = 0.0 if last_s is None else last_s + self._usual_step_s
        if stamp_s is None:
            return expected_s
        if self._offset_s is None:
            self._offset_s = expected_s - stamp_s
        time_s = stamp_s + self._offset_s
        if last_s is None:
            return time_s
        if self._repeated(stamp_s):
            # One picture too many lies between two; where they go on, the stamp has stopped.
            step_s = self._usual_step_s / (2 if self._repeats == 1 else 1)
            return max(time_s, last_s + max(step_s, settings.least_step_s))
        leaps = self._may_leap and time_s - last_s > settings.leap_s
        if last_s - time_s > settings.discontinuity_s or leaps:
            self._offset_s = expected_s - stamp_s
            self.joints += 1
            return expected_s
        if time_s >= last_s + settings.least_step_s:
            return time_s
        return last_s + max(self._usual_step_s / 2, settings.least_step_s)

    def _repeated(self, stamp_s: float) -> bool:
        last_s = self._last_stamp_s
        again = last_s is not None and 0 <= stamp_s - last_s < self._settings.least_step_s
        self._repeats = self._repeats + 1 if again else 0
        return again

    def _count(self, time_s: float, stamp_s: float | None, *, joined: bool) -> None:
        """Whether the time rests on its stamp, or on one shortly before it."""
        self._pictures += 1
        near_s = self._settings.near_s
        if stamp_s is None or self._offset_s is None:
            rests = self._stamped_s is not None and time_s - self._stamped_s <= near_s
        else:
            rests = not joined and abs(stamp_s + self._offset_s - time_s) <= near_s
            self._stamped_s = time_s if rests else self._stamped_s
        self._stamped += rests


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
