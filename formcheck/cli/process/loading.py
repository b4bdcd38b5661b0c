"""Loading what a command needs without looking for garbage, of which there is none yet."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def loading() -> Iterator[None]:
    """Looking for garbage again and again would take a tenth of the time until all is loaded."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
