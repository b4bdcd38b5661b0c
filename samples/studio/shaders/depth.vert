#version 330
in vec3 position;
in float coverage;
uniform mat4 projection;
out float covered;
void main() {
    covered = coverage;
    gl_Position = projection * vec4(position, 1.0);
}
