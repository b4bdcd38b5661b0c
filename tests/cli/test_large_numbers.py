"""Numbers that are too large to reckon with are unknown, and nothing that a user hears of."""

from pathlib import Path

import numpy as np

from tests.cli.running import formcheck, push_up_track


def test_a_track_of_impossible_sizes_is_told_in_formcheck_s_words_alone(tmp_path: Path) -> None:
    push_up_track(tmp_path / "whole.npz")
    with np.load(tmp_path / "whole.npz") as whole:
        arrays = dict(whole)
    arrays["landmarks"] = arrays["landmarks"] * np.float32(1e30)
    arrays["world"] = arrays["world"] * np.float32(1e25)
    np.savez(tmp_path / "large.npz", allow_pickle=False, **arrays)

    ended = formcheck("analyse", "large.npz", "-e", "push-up", folder=tmp_path)

    assert "Warning" not in ended.err
    assert all(line.startswith("formcheck: ") for line in ended.err.splitlines())
