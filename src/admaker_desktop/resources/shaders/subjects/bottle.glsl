// A tall bottle of tinted glass with a lacquered cap and a wide label.
#define MARCH 1.0
vec2 shape(vec3 p) {
    float body = drum(p - vec3(0.0, 0.70, 0.0), 0.44, 0.70, 0.10);
    float neck = drum(p - vec3(0.0, 1.62, 0.0), 0.155, 0.26, 0.02);
    vec2 h = vec2(smin(body, neck, 0.42), 1.0);
    float ring = drum(p - vec3(0.0, 1.73, 0.0), 0.18, 0.022, 0.018);
    h = nearer(h, vec2(min(ring, h.x), 1.0));
    return nearer(h, vec2(drum(p - vec3(0.0, 1.94, 0.0), 0.205, 0.17, 0.035), 2.0));
}
Paint paint(float id, vec3 p, vec3 n) {
    if (id > 1.5) {
        float rib = 0.90 + 0.10 * sin(atan(p.x, p.z) * 52.0);
        Paint cap = satin(u_accent_deep * rib);
        return cap;
    }
    Paint m = glass(u_tint, 1.50);
    vec4 c = p.z > 0.0 && p.y < 1.3 ? print_at(vec2(atan(p.x, p.z) * 0.44, p.y)) : vec4(0.0);
    if (c.a > 0.5) { m = matte(c.rgb); m.coat = 0.25; }
    return m;
}
