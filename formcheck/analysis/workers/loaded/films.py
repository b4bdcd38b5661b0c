"""For finding the poses of a recording's parts, and drawing on its pictures."""

from formcheck.analysis.workers.loaded import poses as poses
from formcheck.analysis.workers.loaded.once import load

load("formcheck.analysis.parts.video_in_parts")
