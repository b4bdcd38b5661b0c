// Light shared by the room and the person: one lamp with a soft shadow, light from the whole
// sky (blocked near contacts), and a fill from the camera's side.
uniform sampler2DShadow lamp_person, lamp_room, sky_person;
uniform mat4 lamp_matrix, sky_matrix;
uniform vec3 lamp_direction, lamp_colour, ambient_colour, fill_colour, fill_direction;
uniform float exposure, lamp_softness;

const vec2 TAPS[8] = vec2[8](vec2(-.33, -.78), vec2(.52, -.61), vec2(-.92, -.12), vec2(.12, -.14),
                             vec2(.87, .08), vec2(-.47, .43), vec2(.26, .62), vec2(-.15, .96));

vec3 on_map(mat4 matrix, vec3 place) {
    vec4 clip = matrix * vec4(place, 1.0);
    return clip.xyz / clip.w * 0.5 + 0.5;
}

float lit(sampler2DShadow map, vec3 at, float softness, float bias) {
    if (any(lessThan(at, vec3(0.0))) || any(greaterThan(at, vec3(1.0)))) return 1.0;
    float sum = 0.0;
    for (int i = 0; i < 8; i++) sum += texture(map, vec3(at.xy + TAPS[i] * softness, at.z - bias));
    return sum / 8.0;
}

float person_blocks_lamp(vec3 place, vec3 normal) {
    return lit(lamp_person, on_map(lamp_matrix, place + normal * 0.012), lamp_softness, 0.0012);
}

float person_blocks_sky(vec3 place, vec3 normal) {
    return lit(sky_person, on_map(sky_matrix, place + normal * 0.03), 0.030, 0.003);
}

vec3 developed(vec3 light) {
    light *= exposure;
    light = light * (2.51 * light + 0.03) / (light * (2.43 * light + 0.59) + 0.14);
    return pow(clamp(light, 0.0, 1.0), vec3(1.0 / 2.2));
}
