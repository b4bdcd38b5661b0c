// Materials: 0 skin, 1 cloth, 2 hair, 3 eye, 10 wooden floor, 11 plaster, 12 fabric.
in vec3 world, facing, paint, cloth_place;
in float covered, made_of;
uniform vec3 eye;
uniform sampler2D grain;
layout(location = 0) out vec4 lit_colour;
#ifdef BACKDROP
layout(location = 1) out vec4 shaded_colour;
layout(location = 2) out vec4 place_out;
#endif

float speckle(vec3 p) { return texture(grain, p.xy * 0.07 + p.z * vec2(0.031, 0.052)).r; }
float fine_speckle(vec3 p) { return texture(grain, p.xy * 0.21 + p.z * vec2(0.031, 0.052)).g; }
float chance(vec3 p) {
    p = fract(p * 0.3183 + 0.1) * 17.0;
    return fract(p.x * p.y * p.z * (p.x + p.y + p.z));
}

vec3 wooden(vec3 colour) {
    vec2 plank = world.xz * vec2(1.0, 6.5);
    float row = floor(plank.y);
    colour *= 0.75 + 0.5 * speckle(vec3(world.x * 3.0 + row * 7.0, world.z * 60.0, row));
    float piece = floor(world.x * 0.55 + chance(vec3(row, 1, 2)) * 3.0);
    colour *= 0.88 + 0.24 * chance(vec3(row, piece, 3.0));
    return colour * (1.0 - 0.35 * smoothstep(0.47, 0.5, abs(fract(plank.y) - 0.5)));
}

vec3 surface_colour(inout vec3 normal) {
    vec3 q = cloth_place;
    if (made_of > 9.5) {
        if (made_of < 10.5) return wooden(paint);
        if (made_of < 11.5) return paint * (0.93 + 0.14 * speckle(world * 4.0));
        return paint * (0.9 + 0.2 * speckle(world * 60.0));
    }
    if (made_of < 0.5) return paint * (0.90 + 0.19 * speckle(q * 18.0));
    if (made_of < 1.5) {
        vec3 at = q * 14.0;
        float here = speckle(at), step_size = 0.02;
        vec3 slope = vec3(speckle(at + vec3(step_size, 0, 0)), speckle(at + vec3(0, step_size, 0)),
                          speckle(at + vec3(0, 0, step_size))) - here;
        slope /= step_size;
        normal = normalize(normal - 0.22 * (slope - dot(slope, normal) * normal));
        return paint * (0.9 + 0.2 * fine_speckle(q * 400.0));
    }
    if (made_of < 2.5) return paint * (0.6 + 0.9 * speckle(q * vec3(90.0, 25.0, 90.0)));
    return paint;
}

void main() {
    if (covered < 0.0) discard;
    vec3 normal = normalize(facing), to_eye = normalize(eye - world);
    bool skin = made_of < 0.5;
    vec3 colour = surface_colour(normal);
    float direct = dot(normal, lamp_direction);
    if (skin) direct = (direct + 0.25) / 1.25;
    float shine = pow(max(dot(normal, normalize(lamp_direction + to_eye)), 0.0), 24.0);
    shine *= skin ? 0.10 : (made_of > 2.5 && made_of < 3.5 ? 0.5 : 0.02);
    float room_open = lit(lamp_room, on_map(lamp_matrix, world + normal * 0.012), lamp_softness, 0.0012);
    vec3 lamp = room_open * (colour * max(direct, 0.0) + shine) * lamp_colour;
    vec3 sky = colour * mix(ambient_colour * vec3(0.62, 0.55, 0.48), ambient_colour, normal.y * 0.5 + 0.5);
    vec3 fill = colour * fill_colour * max(dot(normal, fill_direction) * 0.7 + 0.3, 0.0);
    if (skin) fill += vec3(0.35, 0.15, 0.10) * colour * fill_colour * pow(1.0 - max(dot(normal, to_eye), 0.0), 3.0) * 0.6;
#ifdef BACKDROP
    lit_colour = vec4(lamp, 1.0);
    shaded_colour = vec4(sky + fill, 1.0);
    place_out = vec4(world, gl_FragCoord.z);
#else
    float open_sky = 0.55 + 0.45 * person_blocks_sky(world, normal);
    lit_colour = vec4(developed(lamp * person_blocks_lamp(world, normal) + sky * open_sky + fill), 1.0);
#endif
}
