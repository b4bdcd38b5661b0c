"""What went wrong outside formcheck is told by its cause, whatever kind of error says so."""

import pytest

from formcheck.texts.refusal import is_for_want_of_memory, unforeseen_told

WITHOUT_MEMORY = [
    MemoryError(),
    RuntimeError("can't start new thread"),
    ImportError("libx265.so.216: failed to map segment from shared object"),
    OSError(12, "Cannot allocate memory"),
    ValueError("OpenCV(4.11.0) error: (-4:Insufficient memory) Failed to allocate 8 bytes"),
]


@pytest.mark.parametrize("error", WITHOUT_MEMORY, ids=lambda error: type(error).__name__)
def test_want_of_memory_is_told_as_that(error: Exception) -> None:
    assert is_for_want_of_memory(error)
    assert unforeseen_told(error).key == "error.memory"


@pytest.mark.parametrize("error", [ImportError("No module named 'nowhere'"), ValueError("2")])
def test_anything_else_is_not(error: Exception) -> None:
    assert not is_for_want_of_memory(error)
    assert unforeseen_told(error).key == "error.unforeseen"
