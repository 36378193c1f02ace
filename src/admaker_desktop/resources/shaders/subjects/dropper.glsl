// A serum bottle with a pipette: tinted glass, gilt collar, rubber bulb, paper label.
#define MARCH 1.0
vec2 shape(vec3 p) {
    float body = drum(p - vec3(0.0, 0.60, 0.0), 0.54, 0.60, 0.11);
    float neck = drum(p - vec3(0.0, 1.22, 0.0), 0.20, 0.14, 0.02);
    vec2 h = vec2(smin(body, neck, 0.16), 1.0);
    h = nearer(h, vec2(drum(p - vec3(0.0, 1.44, 0.0), 0.255, 0.175, 0.025), 2.0));
    float bulb = cone_round(p - vec3(0.0, 1.72, 0.0), 0.185, 0.115, 0.36);
    bulb = smin(bulb, drum(p - vec3(0.0, 1.645, 0.0), 0.20, 0.035, 0.02), 0.03);
    return nearer(h, vec2(bulb, 3.0));
}
Paint paint(float id, vec3 p, vec3 n) {
    if (id > 2.5) return satin(u_ink * 0.55 + 0.012);
    if (id > 1.5) {
        float rib = 0.88 + 0.12 * sin(atan(p.x, p.z) * 64.0) * step(abs(p.y - 1.44), 0.14);
        return metal(vec3(0.93, 0.72, 0.42) * rib, 0.03);
    }
    Paint m = glass(u_tint, 1.02);
    vec4 c = p.z > 0.0 && p.y < 1.1 ? print_at(vec2(atan(p.x, p.z) * 0.54, p.y)) : vec4(0.0);
    if (c.a > 0.5) { m = matte(c.rgb); m.coat = 0.25; }
    return m;
}
