"""Reads a stream as it comes, and hands over what came last."""

from collections.abc import Iterator
from contextlib import suppress
from threading import Event, Thread

from av.error import FFmpegError
from av.packet import Packet
from av.video.stream import VideoStream

from formcheck.video.cameras.newest import Newest


class NewestPacket:
    """Takes packets in a thread of its own, so that none waits for those before it.

    packets: of a stream whose every picture stands for itself; nobody else reads it.
    """

    def __init__(self, packets: "Iterator[Packet[VideoStream]]") -> None:
        self._packets = packets
        self._newest: Newest[Packet[VideoStream]] = Newest()
        self._over = Event()
        self._thread = Thread(target=self._read, name="packets", daemon=True)
        self._thread.start()

    def take(self) -> "Packet[VideoStream] | None":
        """The newest that wasn't taken yet, which is waited for; None where no more come."""
        return self._newest.take()

    def close(self) -> None:
        """End the thread, which may wait for a packet as long as the stream is waited for."""
        self._over.set()
        self._thread.join()

    def _read(self) -> None:
        with suppress(FFmpegError, OSError):
            for packet in self._packets:
                if self._over.is_set():
                    break
                if packet.size:
                    self._newest.put(packet)
        self._newest.close()
