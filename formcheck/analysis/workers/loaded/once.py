"""Loading once what every worker shares."""

import gc
from importlib import import_module


def load(*modules: str) -> None:
    """Load modules of which nothing is looked through for garbage, neither now nor later.

    What is there by then is never garbage. Were it looked through for some, every worker would get
    a copy of its own of all that it shares.
    """
    gc.disable()
    for module in modules:
        import_module(module)
    gc.enable()
    gc.freeze()
