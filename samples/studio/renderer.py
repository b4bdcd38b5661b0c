"""Draws a dressed person in a room with moderngl, without a screen or a graphics card.

The empty room is drawn once; each frame then draws only the rectangle that
the person and their shadow cover.
"""

from __future__ import annotations

from typing import Any

import cv2
import numpy as np

from samples.studio.camera import Camera, sunlight
from samples.studio.card import (
    Drawable,
    as_bytes,
    grain_texture,
    matrix_bytes,
    shader,
    shadow_map,
)
from samples.studio.errors import StudioError
from samples.studio.geometry import Array, unit
from samples.studio.light import Light
from samples.studio.meshes import Mesh
from samples.studio.wardrobe import DressedBody

MARGIN = 14
"""Pixels round the person's rectangle that are drawn too."""


class Renderer:
    """A drawing context for pictures of one size; close it, or use it in a `with`."""

    def __init__(self, width: int, height: int) -> None:
        """Open a drawing context; raises StudioError where EGL is absent."""
        import moderngl

        try:
            settings: Any = {"backend": "egl"}
            self._context: Any = moderngl.create_standalone_context(**settings)
        except Exception as error:
            raise StudioError(
                "No off-screen drawing here: install libegl1 and libgl1-mesa-dri, then try again."
            ) from error
        self.width, self.height = width, height
        context = self._context
        light = shader("light.glsl")
        surface = light + shader("surface.frag")
        vertex = shader("surface.vert")
        head = "#version 330\n"
        self._surface = context.program(vertex, head + surface)
        self._room_surface = context.program(vertex, head + "#define BACKDROP\n" + surface)
        self._depth: Any = context.program(shader("depth.vert"), shader("depth.frag"))
        self._backdrop: Any = context.program(
            shader("backdrop.vert"), head + light + shader("backdrop.frag")
        )
        self._maps = {name: shadow_map(context) for name in ("person", "room", "sky")}
        # One sample a pixel: the sensor's blur softens edges for half the time of four samples.
        size = (width, height)
        self._canvas = context.framebuffer(
            [context.renderbuffer(size, 4)], context.depth_renderbuffer(size)
        )
        self._grain = grain_texture(context)
        corners = np.array([-1, -1, 1, -1, -1, 1, 1, 1], dtype=np.float32)
        self._screen = context.vertex_array(
            self._backdrop, [(context.buffer(corners.tobytes()), "2f", "corner")]
        )

    def __enter__(self) -> Renderer:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Give the drawing context back."""
        self._context.release()

    def set_scene(self, room: Mesh, camera: Camera, light: Light, reach: float) -> Array:
        """Draw the empty room; `reach` is the half width in metres that the lamp's shadow covers.

        Returns the picture (height, width, 3) RGB.
        """
        context = self._context
        self._camera, self._light = camera, light
        self._lamp = sunlight(light.lamp, light.at, reach)
        above = light.at * [1, 0, 1] + np.array([0.001, 3.0, 0.0])
        self._sky = sunlight(above, light.at * [1, 0, 1] + [0.0, 0.0, 0.001], reach)
        self._moving: list[Drawable] = []
        static = self._upload(
            self._room_surface, room.faces, _room_fields(room), room.vertices, room.normals
        )
        for name in ("person", "sky", "room"):
            self._maps[name].framebuffer.clear()
        self._draw_shadow("room", self._lamp, [static])
        self._draw_room(static)
        self._empty = self._draw([], (0, 0, self.width, self.height))
        context.finish()
        return self._empty

    def add_person(self, body: DressedBody) -> int:
        """Add a person to draw in every frame; returns their number."""
        fields = {
            "colour": body.colours,
            "coverage": body.coverage,
            "material": body.material,
            "rest": body.vertices,
        }
        return self._add(body.faces, fields, body.vertices)

    def add_thing(self, mesh: Mesh) -> int:
        """Add a thing that moves, such as the box to lift; returns its number."""
        return self._add(mesh.faces, _room_fields(mesh), mesh.vertices)

    def picture(self, moved: dict[int, tuple[Array, Array]]) -> Array:
        """Draw one frame: for each person or thing its vertices and normals (V, 3).

        Returns RGB (height, width, 3), uint8.
        """
        drawables = []
        for number, (vertices, normals) in moved.items():
            drawable = self._moving[number]
            drawable.positions.write(as_bytes(vertices))
            drawable.normals.write(as_bytes(normals))
            drawables.append(drawable)
        self._draw_shadow("person", self._lamp, drawables)
        self._draw_shadow("sky", self._sky, drawables)
        box = self._rectangle(np.concatenate([vertices for vertices, _ in moved.values()]))
        picture = self._empty.copy()
        left, top, right, bottom = box
        if right > left and bottom > top:
            picture[top:bottom, left:right] = self._draw(drawables, box)
        return picture

    def _add(self, faces: Array, fields: dict[str, Array], vertices: Array) -> int:
        self._moving.append(self._upload(self._surface, faces, fields, vertices, vertices))
        return len(self._moving) - 1

    def _upload(
        self, program: Any, faces: Array, fields: dict[str, Array], vertices: Array, normals: Array
    ) -> Drawable:
        context = self._context
        index = context.buffer(np.ascontiguousarray(faces, dtype=np.int32).tobytes())
        positions = context.buffer(as_bytes(vertices), dynamic=True)
        normal_buffer = context.buffer(as_bytes(normals), dynamic=True)
        buffers = {name: context.buffer(as_bytes(values)) for name, values in fields.items()}
        layout = [(positions, "3f", "position"), (normal_buffer, "3f", "normal")]
        layout += [
            (buffers[name], "3f" if fields[name].ndim == 2 else "f", name) for name in fields
        ]
        shadow = [(positions, "3f", "position"), (buffers["coverage"], "f", "coverage")]
        return Drawable(
            positions,
            normal_buffer,
            context.vertex_array(program, layout, index),
            context.vertex_array(self._depth, shadow, index),
        )

    def _draw_shadow(self, name: str, matrix: Array, drawables: list[Drawable]) -> None:
        self._context.enable(self._context.DEPTH_TEST)
        framebuffer = self._maps[name].framebuffer
        framebuffer.use()
        framebuffer.clear()
        self._depth["projection"].write(matrix_bytes(matrix))
        for drawable in drawables:
            drawable.draw_depth.render()

    def _draw_room(self, room: Drawable) -> None:
        """Draw the room's light twice as large and shrink it, which smooths its edges."""
        context = self._context
        size = (2 * self.width, 2 * self.height)
        layers = [context.texture(size, 4, dtype="f4") for _ in range(3)]
        framebuffer = context.framebuffer(layers, context.depth_renderbuffer(size))
        framebuffer.use()
        framebuffer.clear(0.4, 0.4, 0.4, 1.0)
        self._light_up(self._room_surface)
        room.draw.render()
        pixels = [
            np.frombuffer(layer.read(), np.float32).reshape(size[1], size[0], 4).copy()
            for layer in layers
        ]
        small = [
            cv2.resize(layer, (self.width, self.height), interpolation=cv2.INTER_AREA)
            for layer in pixels[:2]
        ]
        small.append(np.ascontiguousarray(pixels[2][::2, ::2]))
        self._room_layers = [
            context.texture((self.width, self.height), 4, as_bytes(layer), dtype="f4")
            for layer in small
        ]
        for layer in layers:
            layer.release()
        framebuffer.release()

    def _draw(self, drawables: list[Drawable], box: tuple[int, int, int, int]) -> Array:
        left, top, right, bottom = box
        area = (left, self.height - bottom, right - left, bottom - top)
        canvas = self._canvas
        canvas.use()
        canvas.scissor = area
        canvas.clear(depth=1.0)
        self._light_up(self._backdrop)
        for number, name in enumerate(("lamp_light", "other_light", "places")):
            self._room_layers[number].use(4 + number)
            self._backdrop[name].value = 4 + number
        self._screen.render(self._context.TRIANGLE_STRIP)
        self._light_up(self._surface)
        self._context.enable(self._context.CULL_FACE)
        for drawable in drawables:
            drawable.draw.render()
        self._context.disable(self._context.CULL_FACE)
        data = canvas.read(viewport=area, components=3, alignment=1)
        return np.frombuffer(data, np.uint8).reshape(bottom - top, right - left, 3)[::-1]

    def _light_up(self, program: Any) -> None:
        light = self._light
        values: dict[str, Any] = {
            "lamp_direction": tuple(unit(light.lamp - light.at)),
            "lamp_colour": light.lamp_colour,
            "ambient_colour": light.ambient_colour,
            "fill_colour": light.fill_colour,
            "fill_direction": tuple(unit(self._camera.eye)),
            "exposure": light.exposure,
            "lamp_softness": light.softness,
            "eye": tuple(self._camera.eye),
            "grain": 3,
            "lamp_person": 0,
            "lamp_room": 1,
            "sky_person": 2,
        }
        self._grain.use(3)
        for number, name in enumerate(("person", "room", "sky")):
            self._maps[name].texture.use(number)
        matrices = {
            "projection": self._camera.projection(),
            "lamp_matrix": self._lamp,
            "sky_matrix": self._sky,
        }
        for name, value in values.items():
            if name in program:
                program[name].value = value
        for name, matrix in matrices.items():
            if name in program:
                program[name].write(matrix_bytes(matrix))

    def _rectangle(self, vertices: Array) -> tuple[int, int, int, int]:
        """Left, top, right, bottom in pixels of the person and the shadow on the floor."""
        ray = unit(self._light.at - self._light.lamp)
        sample = vertices[::7].astype(float)
        shadow = sample + ray * (sample[:, 1:2] / -ray[1])
        pixels = self._camera.pixels(np.concatenate([sample, shadow]))
        low = np.floor(pixels.min(axis=0)).astype(int) - MARGIN
        high = np.ceil(pixels.max(axis=0)).astype(int) + MARGIN
        return (
            int(np.clip(low[0], 0, self.width)),
            int(np.clip(low[1], 0, self.height)),
            int(np.clip(high[0], 0, self.width)),
            int(np.clip(high[1], 0, self.height)),
        )


def _room_fields(mesh: Mesh) -> dict[str, Array]:
    return {
        "colour": mesh.colours,
        "coverage": np.ones(len(mesh.vertices)),
        "material": mesh.material,
        "rest": mesh.vertices,
    }
