"""Loads what most workers need, in the process that they are copies of; nothing else imports it.

What is there by then is never garbage. Were it looked through for some, every worker would get a
copy of its own of all that it shares.
"""

import gc
from importlib import import_module

for module in (
    "formcheck.analysis.judging.judge_input",
    "formcheck.analysis.parts.video_in_parts",
    "formcheck.pose.blazepose.landmarker",
):
    import_module(module)
gc.freeze()
