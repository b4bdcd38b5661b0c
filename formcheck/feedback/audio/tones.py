"""How the signals sound: a few soft notes each, worked out and not recorded."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from formcheck.feedback.audio.sound import Sound

Samples = NDArray[np.float32]
"""One channel, between -1 and 1."""


@dataclass(frozen=True)
class ToneSettings:
    """How a note sounds, judged by ear on small loudspeakers."""

    peak: float = 0.3
    """Loudest sample: well below what clips, and no louder than the voice."""

    rise_s: float = 0.012
    fall_s: float = 0.04
    """How long a note takes to begin and to end; shorter is heard as a click."""

    overtone: float = 0.25
    """Share of the octave above: small loudspeakers give little of the notes themselves."""

    overlap_s: float = 0.05
    """How long before a note ends the next one begins."""

    fading: float = 2.5
    """Powers of e by which a note fades while it lasts, like a struck string."""


DEFAULTS = ToneSettings()


@dataclass(frozen=True)
class Note:
    """A note. hertz: its pitch. seconds: how long it sounds."""

    hertz: float
    seconds: float


D4, G4, C5, E5, F5, A5, C6 = 293.66, 392.00, 523.25, 659.26, 698.46, 880.00, 1046.50

NOTES: Final = {
    Sound.REPETITION: (Note(A5, 0.16),),
    Sound.HOLD_REACHED: (Note(C5, 0.16), Note(C6, 0.34)),
    Sound.PUT_RIGHT: (Note(C5, 0.14), Note(F5, 0.26)),
    Sound.STARTED: (Note(C5, 0.15), Note(E5, 0.15), Note(A5, 0.32)),
    Sound.PAUSED: (Note(G4, 0.2), Note(D4, 0.34)),
}
"""What goes well rises, a pause falls, and no two have the same interval; all of it where the ear
is good at any age (300 to 1050 Hz)."""


def signal(sound: Sound, rate: int, settings: ToneSettings = DEFAULTS) -> Samples:
    """The samples of a signal. rate: samples a second, usually 44100 or 48000."""
    notes = [_note(note, rate, settings) for note in NOTES[sound]]
    step = round(settings.overlap_s * rate)
    whole = np.zeros(sum(map(len, notes)) - step * (len(notes) - 1))
    begin = 0
    for samples in notes:
        whole[begin : begin + len(samples)] += samples
        begin += len(samples) - step
    return np.asarray(whole * settings.peak / np.abs(whole).max(), np.float32)


def _note(note: Note, rate: int, settings: ToneSettings) -> NDArray[np.float64]:
    """A sine and its octave that begin softly and fade like a struck string."""
    time = np.arange(round(note.seconds * rate)) / rate
    turn = 2 * np.pi * note.hertz * time
    wave = np.sin(turn) + settings.overtone * np.sin(2 * turn)
    rise = _ease(time / settings.rise_s)
    fall = _ease((note.seconds - time) / settings.fall_s)
    fade = np.exp(-settings.fading * time / note.seconds)
    return np.asarray(wave * rise * fall * fade)


def _ease(share: NDArray[np.float64]) -> NDArray[np.float64]:
    """From 0 to 1 without a corner at either end."""
    return np.asarray(0.5 - 0.5 * np.cos(np.pi * np.clip(share, 0, 1)))
