// A small shop as a model: sign, striped awning, lit window, door, plants.
#define MARCH 0.9
vec2 awning_space(vec3 p) {
    vec2 q = p.yz - vec2(1.14, 0.42);
    return spin(-0.62) * q;
}
vec2 shape(vec3 p) {
    float house = box(p - vec3(0.0, 0.86, 0.0), vec3(1.02, 0.86, 0.40), 0.02);
    float opening = box(p - vec3(-0.32, 0.60, 0.45), vec3(0.56, 0.36, 0.16), 0.01);
    float door = box(p - vec3(0.64, 0.47, 0.45), vec3(0.24, 0.47, 0.16), 0.01);
    house = max(house, -min(opening, door));
    vec2 h = vec2(house, 1.0);
    h = nearer(h, vec2(box(p - vec3(0.0, 1.78, 0.02), vec3(1.08, 0.06, 0.46), 0.02), 2.0));
    h = nearer(h, vec2(box(p - vec3(0.0, 1.44, 0.42), vec3(0.98, 0.20, 0.035), 0.015), 3.0));
    float frame = box(p - vec3(-0.32, 0.60, 0.34), vec3(0.014, 0.36, 0.02), 0.004);
    frame = min(frame, box(p - vec3(-0.32, 0.25, 0.42), vec3(0.60, 0.025, 0.05), 0.01));
    float knob = length(p - vec3(0.47, 0.44, 0.32)) - 0.028;
    h = nearer(h, vec2(min(frame, knob), 2.0));
    vec2 q = awning_space(p);
    float scallop = 0.035 * abs(cos(p.x * 3.14159 * 5.0));
    float cloth = box(vec3(p.x, q.x, q.y), vec3(1.02, 0.020, 0.30), 0.014);
    float hem = box(vec3(p.x, p.y - 0.905 - scallop * 0.5, p.z - 0.675), vec3(1.02, 0.055 + scallop, 0.012), 0.008);
    h = nearer(h, vec2(min(cloth, hem), 4.0));
    vec3 t = vec3(abs(p.x) - 1.01, p.yz);
    h = nearer(h, vec2(drum(t - vec3(0.0, 0.11, 0.60), 0.115, 0.11, 0.02), 2.0));
    float bush = length(t - vec3(0.0, 0.38, 0.60)) - 0.20;
    bush = (bush + 0.03 * sin(p.x * 34.0) * sin(p.y * 31.0) * sin(p.z * 33.0)) * 0.8;
    return nearer(h, vec2(bush, 5.0));
}
Paint paint(float id, vec3 p, vec3 n) {
    if (id > 4.5) return matte(mix(vec3(0.045, 0.18, 0.05), vec3(0.16, 0.36, 0.10), noise(p * 30.0)));
    if (id > 3.5) {
        float s = fract(p.x * 2.5 + 0.25);
        return matte(mix(u_paper, u_accent, smoothstep(0.49, 0.51, s) * smoothstep(1.0, 0.98, s)));
    }
    if (id > 2.5) {
        Paint m = satin(u_accent_deep);
        if (n.z > 0.6) m.base = printed(m.base, p.xy);
        m.glow = m.base * 0.10;
        return m;
    }
    if (id > 1.5) return satin(u_accent_deep);
    if (p.z < 0.36 && p.z > 0.2 && n.z > 0.5) {
        bool is_door = p.x > 0.38;
        vec2 w = is_door ? p.xy - vec2(0.64, 0.47) : p.xy - vec2(-0.32, 0.60);
        vec3 warm = mix(vec3(1.0, 0.60, 0.22), vec3(1.0, 0.82, 0.50), smoothstep(-0.4, 0.4, w.y));
        float lamp = exp(-60.0 * dot(w - vec2(-0.22, 0.20), w - vec2(-0.22, 0.20))) + exp(-60.0 * dot(w - vec2(0.22, 0.20), w - vec2(0.22, 0.20)));
        float shelf = band(w.y, -0.150, -0.128, 0.004);
        vec2 c = vec2(fract(w.x * 7.0) - 0.5, (w.y + 0.06) * 7.0);
        float goods = smoothstep(0.04, -0.04, box2(c, vec2(0.30, 0.40 * (0.7 + 0.5 * hash(vec3(floor(w.x * 7.0), 1.0, 2.0)))), 0.1));
        vec3 glow = warm * (0.70 + 0.9 * lamp);
        if (!is_door) glow = mix(glow, u_accent_deep, max(shelf, goods * 0.8) * 0.75);
        else glow = mix(glow, u_accent_deep, max(smoothstep(0.180, 0.186, abs(w.x)), smoothstep(-0.19, -0.20, w.y) ));
        Paint m = lacquer(vec3(0.02));
        m.glow = glow * 0.85;
        m.coat = 0.6;
        return m;
    }
    vec3 wall = mix(u_paper, u_second, 0.12);
    if (p.y < 0.20) wall = mix(wall, u_accent_deep, 0.75);
    return matte(wall * (0.97 + 0.05 * noise(p * 60.0)));
}
