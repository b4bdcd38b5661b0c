#version 330
// Any lit surface, of the room or of the person.
in vec3 position;
in vec3 normal;
in vec3 colour;
in float coverage;
in float material;
in vec3 rest;
uniform mat4 projection;
out vec3 world, facing, paint, cloth_place;
out float covered, made_of;
void main() {
    world = position;
    facing = normal;
    paint = colour;
    cloth_place = rest;
    covered = coverage;
    made_of = material;
    gl_Position = projection * vec4(position, 1.0);
}
