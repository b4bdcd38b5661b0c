"""The networks of the known bundles: where each comes from, and how its input is scaled."""

from dataclasses import dataclass, replace
from pathlib import Path

from models.origins import MEDIAPIPE_WHEEL, POSE_PACKAGE, Origin


@dataclass(frozen=True)
class Network:
    """A network: where it comes from, and how its input is scaled.

    A pixel value p between 0 and 255 is fed to the network as (p − mean) / deviation.
    member: its name in a bundle. source: its path in what it comes from.
    """

    member: str
    origin: Origin
    source: str
    sha256: str
    name: str
    description: str
    mean: float
    deviation: float

    def read(self, archive: Path) -> bytes:
        """Its bytes; archive: a file of its origin.

        Raises BuildError where they can't be had or aren't the recorded ones.
        """
        return self.origin.member(archive, self.source, self.sha256)


@dataclass(frozen=True)
class Bundle:
    """A bundle: its hash and the networks that are in it."""

    sha256: str
    networks: tuple[Network, ...]


DETECTOR = Network(
    member="pose_detector.tflite",
    origin=MEDIAPIPE_WHEEL,
    source="mediapipe/modules/pose_detection/pose_detection.tflite",
    sha256="9ba9dd3d42efaaba86b4ff0122b06f29c4122e756b329d89dca1e297fd8f866c",
    name="BlazePose detector",
    description="Finds a person and the circle around the body.",
    mean=127.5,
    deviation=127.5,
)
FULL = Network(
    member="pose_landmarks_detector.tflite",
    origin=MEDIAPIPE_WHEEL,
    source="mediapipe/modules/pose_landmark/pose_landmark_full.tflite",
    sha256="e9a5c5cb17f736fafd4c2ec1da3b3d331d6edbe8a0d32395855aeb2cdfd64b9f",
    name="BlazePose GHUM landmarks, full",
    description="Finds 33 landmarks and the silhouette of one person.",
    mean=0.0,
    deviation=255.0,
)
HEAVY = replace(
    FULL,
    origin=POSE_PACKAGE,
    source="package/pose_landmark_heavy.tflite",
    sha256="59e42d71bcd44cbdbabc419f0ff76686595fd265419566bd4009ef703ea8e1fe",
    name="BlazePose GHUM landmarks, heavy",
)

FULL_BUNDLE = Bundle(
    "725be6b83fd376535528e76a7dc5f938b2b3ed0fbb65a4d23f880b834cf979c5", (DETECTOR, FULL)
)
HEAVY_BUNDLE = Bundle(
    "9ce0224cfd02e45548e7c2c4501fd424623ac8f1179ddd3340e053229ab5eefa", (DETECTOR, HEAVY)
)
