// A cosmetic jar: thick glass, a wide metal lid, the label on the glass.
#define MARCH 1.0
vec2 shape(vec3 p) {
    vec2 h = vec2(drum(p - vec3(0.0, 0.40, 0.0), 0.70, 0.40, 0.12), 1.0);
    h = nearer(h, vec2(drum(p - vec3(0.0, 0.83, 0.0), 0.60, 0.06, 0.02), 3.0));
    return nearer(h, vec2(drum(p - vec3(0.0, 1.06, 0.0), 0.695, 0.19, 0.035), 2.0));
}
Paint paint(float id, vec3 p, vec3 n) {
    if (id > 2.5) return satin(u_paper);
    if (id > 1.5) {
        Paint lid = metal(mix(vec3(0.93, 0.74, 0.48), u_accent, 0.25), 0.05);
        if (n.y > 0.9) { float r = length(p.xz); lid.base *= 0.92 + 0.08 * sin(r * 240.0); lid.blur = 0.12; }
        return lid;
    }
    Paint m = glass(mix(u_tint, u_paper, 0.28), 0.70);
    vec4 c = p.z > 0.0 ? print_at(vec2(atan(p.x, p.z) * 0.70, p.y)) : vec4(0.0);
    if (c.a > 0.5) { m = matte(c.rgb); m.coat = 0.25; }
    return m;
}
