"""The signals can be told apart by ear, and are soft."""

from itertools import combinations, pairwise

import numpy as np
import pytest

from formcheck.feedback.audio.sound import Sound
from formcheck.feedback.audio.tones import NOTES, ToneSettings, signal

TONE = ToneSettings()
RATES = (44_100, 48_000)


def strongest_hertz(samples: np.ndarray, rate: int) -> float:
    spectrum = np.abs(np.fft.rfft(samples * np.hanning(len(samples)), 8 * rate))
    return float(np.argmax(spectrum) / 8)


@pytest.mark.parametrize("rate", RATES)
@pytest.mark.parametrize("sound", Sound)
def test_each_note_is_heard_at_its_own_pitch(sound: Sound, rate: int) -> None:
    samples = signal(sound, rate)

    begin = 0.0
    for number, note in enumerate(NOTES[sound]):
        # Where a note overlaps its neighbours, both are heard.
        first = begin + (TONE.overlap_s if number else 0)
        last = begin + note.seconds - (TONE.overlap_s if number + 1 < len(NOTES[sound]) else 0)
        alone = samples[round(first * rate) : round(last * rate)]
        assert strongest_hertz(alone, rate) == pytest.approx(note.hertz, rel=0.04)
        begin += note.seconds - TONE.overlap_s


@pytest.mark.parametrize("rate", RATES)
@pytest.mark.parametrize("sound", Sound)
def test_a_signal_is_short_and_soft_and_never_clips(sound: Sound, rate: int) -> None:
    samples = signal(sound, rate)

    assert samples.dtype == np.float32
    assert 0.1 <= len(samples) / rate <= 0.6
    assert np.abs(samples).max() == pytest.approx(TONE.peak)


@pytest.mark.parametrize("sound", Sound)
def test_a_signal_begins_and_ends_in_silence_and_does_not_click(sound: Sound) -> None:
    rate = 48_000
    samples = signal(sound, rate)

    edge = round(0.001 * rate)
    assert np.abs(samples[:edge]).max() < 0.01
    assert np.abs(samples[-edge:]).max() < 0.01
    # The steepest that its own highest note and overtone can be, and nothing steeper.
    highest = max(note.hertz for note in NOTES[sound])
    assert np.abs(np.diff(samples)).max() < TONE.peak * 2 * np.pi * 2 * highest / rate


def test_a_signal_is_the_same_at_any_rate() -> None:
    for sound in Sound:
        low, high = (signal(sound, rate) for rate in RATES)
        assert len(low) / RATES[0] == pytest.approx(len(high) / RATES[1], abs=1e-3)


def test_no_two_signals_have_the_same_tune() -> None:
    def steps(sound: Sound) -> list[int]:
        """From note to note, in half tones."""
        hertz = [note.hertz for note in NOTES[sound]]
        return [round(12 * np.log2(b / a)) for a, b in pairwise(hertz)]

    assert set(NOTES) == set(Sound)
    for one, other in combinations(Sound, 2):
        assert steps(one) != steps(other)
