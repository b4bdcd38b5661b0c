"""How long the parts of a recording are that are looked at side by side."""

from dataclasses import dataclass


@dataclass(frozen=True)
class PartSettings:
    """How long the parts are. Nothing of it depends on the computer: the places are the same
    however many processes there are, and so is what is found.
    """

    shortest_s: float = 12.0
    """Of a part; what is shorter than two is not cut: a process takes a second or two to begin."""

    shortest_of_several_s: float = 20.0
    """Of more than two: a run-in and what is decoded before it cost a tenth of that."""

    longest_s: float = 30.0
    """So long a run-in costs a twentieth, and eight processes have enough to do on ten minutes."""

    most_of_short: int = 8
    """Parts of a recording of which they would be shorter than the longest."""

    most_uneven: float = 0.45
    """Shares of a part by which its edge may be moved to where reading it costs least."""

    run_in_s: float = 1.5
    """Before a part, from which poses are found already. A fresh landmarker agrees with one that
    ran from the beginning within 0.3 % of the body's length after 10 pictures and no better after
    80, and in visibility within 0.02 after 30 (bird dog, push-up, second person, at 15 a second,
    from 8 places); the camera's roll takes three looks in one second."""

    run_in_frames: int = 30
    """At least so many pictures: see above."""

    look_back_s: float = 3.0
    """Before a part, from which pictures are read: the longest dissolve is over by then."""

    most_decoded: float = 1.5
    """Times the pictures that there are: where keys are so far apart that decoding each part from
    the key before it would cost more, there are fewer parts."""

    @property
    def least_cut_s(self) -> float:
        """Of a recording that may be cut: two parts."""
        return 2 * self.shortest_s


DEFAULTS = PartSettings()
