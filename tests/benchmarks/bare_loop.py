"""What finding poses costs at least: PyAV and the landmarker on every frame, nothing else.

python -m tests.benchmarks.bare_loop VIDEO
"""

import sys

import av
import mediapipe
from mediapipe.tasks.python import BaseOptions, vision

from formcheck.pose.blazepose.model_file import find_model


def main() -> None:
    """Go through the video once."""
    options = vision.PoseLandmarkerOptions(
        base_options=BaseOptions(model_asset_path=str(find_model().path)),
        running_mode=vision.RunningMode.VIDEO,
    )
    with (
        av.open(sys.argv[1]) as container,
        vision.PoseLandmarker.create_from_options(options) as landmarker,
    ):
        for picture in container.decode(video=0):
            image = mediapipe.Image(
                image_format=mediapipe.ImageFormat.SRGB, data=picture.to_ndarray(format="rgb24")
            )
            landmarker.detect_for_video(image, round(1000 * (picture.time or 0.0)))


if __name__ == "__main__":
    main()
