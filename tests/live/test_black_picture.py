"""A black picture is told once it has lasted, and so is seeing again."""

from formcheck.live.monitor.black_picture import BlackPicture, BlackPictureSettings

TIMES = BlackPictureSettings()


def test_it_must_last_and_so_must_seeing_again() -> None:
    picture = BlackPicture()

    def lasting(time_s: float, *, black: bool) -> bool:
        picture.update(time_s, black=black)
        return picture.lasting

    assert not lasting(0.0, black=True)
    assert not lasting(TIMES.black_for_s - 0.1, black=True)
    assert lasting(TIMES.black_for_s, black=True)
    assert lasting(5.0, black=False)
    assert lasting(5.1, black=True)
    assert lasting(6.0, black=False)
    assert not lasting(6.0 + TIMES.seen_for_s, black=False)
