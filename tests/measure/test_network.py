"""The networks' arithmetic: the same of many as of one, and on one core."""

import os
import subprocess
import sys

import numpy as np

from formcheck.measure.learned.kept import LEARNT, networks_at
from formcheck.pose.blazepose_calibration import FULL

ON_ONE_CORE = """
import time
import numpy as np
from formcheck.measure.learned.kept import LEARNT, networks_at
from formcheck.pose.blazepose_calibration import FULL

networks = networks_at(LEARNT[FULL.model].limbs)
shown = np.zeros((128, networks.mean.shape[1]), np.float32)
candidates = np.zeros((128, networks.within.shape[-1], 3), np.float32)
networks.unwidened(shown, candidates)
ratios = []
for _ in range(5):
    all_threads, this_thread = time.process_time(), time.thread_time()
    for _ in range(10):
        networks.unwidened(shown, candidates)
    all_threads, this_thread = time.process_time() - all_threads, time.thread_time() - this_thread
    ratios.append(all_threads / this_thread)
print(min(ratios))
"""


def test_many_are_answered_as_each_is_by_itself() -> None:
    networks = networks_at(LEARNT[FULL.model].limbs)
    numbers = np.random.default_rng(1)
    shown = numbers.normal(size=(11, networks.mean.shape[1])).astype(np.float32)
    candidates = numbers.uniform(0, 180, (11, networks.within.shape[-1], 3))
    together = networks.unwidened(shown, candidates)
    alone = [
        networks.unwidened(shown[row : row + 1], candidates[row : row + 1]) for row in range(11)
    ]
    for all_rows, each in zip(together, zip(*alone, strict=True), strict=True):
        np.testing.assert_allclose(all_rows, np.concatenate(each), atol=1e-3)


def test_they_do_not_share_their_work_out_among_cores_whatever_the_environment_says() -> None:
    """From Python nobody has set how many threads numpy's library may take."""
    unset = {key: value for key, value in os.environ.items() if not key.endswith("_NUM_THREADS")}
    told = subprocess.run(
        [sys.executable, "-c", ON_ONE_CORE], env=unset, capture_output=True, text=True, check=True
    )
    # Shared out among two cores it is twice; what other threads do beside it comes and goes.
    assert float(told.stdout) < 1.5
