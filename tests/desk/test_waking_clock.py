"""Time that goes on while the computer sleeps."""

from formcheck.desk.waking_clock import WakingClock


class Clocks:
    def __init__(self) -> None:
        self.steady_s, self.wall_s = 50.0, 1_000_000.0
        self.waking = WakingClock(lambda: self.steady_s, lambda: self.wall_s)

    def after(self, steady_s: float, wall_s: float) -> float:
        self.steady_s += steady_s
        self.wall_s += wall_s
        return self.waking()


def test_it_goes_with_the_others() -> None:
    assert Clocks().after(10, 10) == 10


def test_sleep_counts() -> None:
    assert Clocks().after(1, 3600) == 3600


def test_setting_the_clock_back_or_a_little_forward_changes_nothing() -> None:
    clocks = Clocks()
    assert clocks.after(1, -7200) == 1
    assert clocks.after(1, 5) == 2
    assert clocks.after(1, 1) == 3
