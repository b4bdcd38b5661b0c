"""For finding the poses of a recording's parts."""

from formcheck.analysis.workers.loaded.once import load

load(
    "formcheck.analysis.workers.worker",
    "formcheck.analysis.parts.part_poses",
    "formcheck.analysis.poses.camera_stance",
    "formcheck.pose.blazepose.landmarker",
)
