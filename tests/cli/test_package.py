"""The public interface of the package."""

import pytest

import formcheck


@pytest.mark.parametrize("name", formcheck.__all__)
def test_every_public_name_is_there(name: str) -> None:
    assert getattr(formcheck, name) is not None
    assert name in dir(formcheck)


def test_a_name_that_does_not_exist_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="nonsense"):
        formcheck.nonsense  # noqa: B018
