# ruff: noqa: F722, F821, ARG002 - annotations are D-Bus signatures, arguments the interface's.
"""A desktop's notification service for the tests, on the session bus that it is started on.

Prints each notice as one JSON document a line.
"""

import asyncio
import json
from itertools import count

from dbus_fast.aio.message_bus import MessageBus
from dbus_fast.service import ServiceInterface, dbus_method, dbus_signal


class Notifications(ServiceInterface):
    """org.freedesktop.Notifications, as its specification has it."""

    def __init__(self) -> None:
        super().__init__("org.freedesktop.Notifications")
        self._ids = count(1)

    @dbus_method(name="Notify")
    def notify(
        self,
        app_name: "s",
        replaces_id: "u",
        app_icon: "s",
        summary: "s",
        body: "s",
        actions: "as",
        hints: "a{sv}",
        expire_timeout: "i",
    ) -> "u":
        number = next(self._ids)
        _print({"shown": number, "from": app_name, "title": summary, "text": body})
        return number

    @dbus_method(name="CloseNotification")
    def close_notification(self, number: "u") -> None:
        _print({"closed": number})
        self.notification_closed(number, 3)

    @dbus_method(name="GetCapabilities")
    def get_capabilities(self) -> "as":
        return ["body"]

    @dbus_method(name="GetServerInformation")
    def get_server_information(self) -> "ssss":
        return ["test", "formcheck", "1", "1.2"]

    @dbus_signal(name="NotificationClosed")
    def notification_closed(self, number: int, reason: int) -> "uu":
        return [number, reason]

    @dbus_signal(name="ActionInvoked")
    def action_invoked(self, number: int, key: str) -> "us":
        return [number, key]


def _print(document: object) -> None:
    print(json.dumps(document), flush=True)  # noqa: T201


async def serve() -> None:
    bus = await MessageBus().connect()
    bus.export("/org/freedesktop/Notifications", Notifications())
    await bus.request_name("org.freedesktop.Notifications")
    _print("ready")
    await bus.wait_for_disconnect()


if __name__ == "__main__":
    asyncio.run(serve())
