# ruff: noqa: ARG002 - the arguments are the interface's.
"""A desktop's notification service for the tests, on the session bus that it is started on.

Prints each notice as one JSON document a line.
"""

import asyncio
import json
from itertools import count
from typing import Annotated

from dbus_fast.aio.message_bus import MessageBus
from dbus_fast.annotations import DBusDict, DBusInt32, DBusSignature, DBusStr, DBusUInt32
from dbus_fast.service import ServiceInterface, dbus_method, dbus_signal

Texts = Annotated[list[str], DBusSignature("as")]


class Notifications(ServiceInterface):
    """org.freedesktop.Notifications, as its specification has it."""

    def __init__(self) -> None:
        super().__init__("org.freedesktop.Notifications")
        self._ids = count(1)

    @dbus_method(name="Notify")
    def notify(
        self,
        app_name: DBusStr,
        replaces_id: DBusUInt32,
        app_icon: DBusStr,
        summary: DBusStr,
        body: DBusStr,
        actions: Texts,
        hints: DBusDict,
        expire_timeout: DBusInt32,
    ) -> DBusUInt32:
        number = next(self._ids)
        _print({"shown": number, "from": app_name, "title": summary, "text": body})
        return number

    @dbus_method(name="CloseNotification")
    def close_notification(self, number: DBusUInt32) -> None:
        _print({"closed": number})
        self.notification_closed(number, 3)

    @dbus_method(name="GetCapabilities")
    def get_capabilities(self) -> Texts:
        return ["body"]

    @dbus_method(name="GetServerInformation")
    def get_server_information(self) -> Annotated[tuple[str, str, str, str], DBusSignature("ssss")]:
        return "test", "formcheck", "1", "1.2"

    @dbus_signal(name="NotificationClosed")
    def notification_closed(
        self, number: int, reason: int
    ) -> Annotated[tuple[int, int], DBusSignature("uu")]:
        return number, reason

    @dbus_signal(name="ActionInvoked")
    def action_invoked(
        self, number: int, key: str
    ) -> Annotated[tuple[int, str], DBusSignature("us")]:
        return number, key


def _print(document: object) -> None:
    print(json.dumps(document), flush=True)  # noqa: T201


async def serve() -> None:
    bus = await MessageBus().connect()
    bus.export("/org/freedesktop/Notifications", Notifications())
    await bus.request_name("org.freedesktop.Notifications")
    _print("ready")
    await bus.wait_for_disconnect()  # type: ignore[no-untyped-call]  # as dbus_fast has it


if __name__ == "__main__":
    asyncio.run(serve())
