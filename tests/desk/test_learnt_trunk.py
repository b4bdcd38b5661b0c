"""Where legs can't be seen, what is learnt of the trunk from whole bodies is left."""

import pytest

from formcheck.desk.desk_exercise import desk_exercise
from formcheck.desk.glance import DeskObserver
from formcheck.desk.learnt_trunk import is_misleading
from formcheck.texts.texts import load_texts
from tests.desk.rendered_films import poses_of


@pytest.mark.parametrize(
    ("view", "misleading"), [("side", False), ("side-close", False), ("front", True)]
)
def test_what_is_learnt_of_somebody_upright_with_and_without_legs(
    view: str, misleading: bool
) -> None:
    observer = DeskObserver(desk_exercise(load_texts()))
    glances = [observer.update(pose) for pose in poses_of("slim-woman", view)["start"]]
    assert is_misleading(glances, glances[-1].scale) is misleading
