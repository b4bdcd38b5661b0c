// The empty room, drawn once before, with the person's shadow laid over it.
uniform sampler2D lamp_light, other_light, places;
out vec4 colour;
void main() {
    ivec2 at = ivec2(gl_FragCoord.xy);
    vec4 place = texelFetch(places, at, 0);
    vec3 up = vec3(0.0, 1.0, 0.0);
    float sky = person_blocks_sky(place.xyz, up);
    float near_floor = 1.0 - smoothstep(0.05, 0.6, place.y);
    vec3 light = texelFetch(lamp_light, at, 0).rgb * person_blocks_lamp(place.xyz, up);
    light += texelFetch(other_light, at, 0).rgb * mix(1.0, 0.45 + 0.55 * sky, near_floor);
    colour = vec4(developed(light), 1.0);
    gl_FragDepth = place.w;
}
