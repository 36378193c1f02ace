// A laptop, open: keyboard, trackpad, the screen lit by its own picture.
#define MARCH 0.95
vec3 screen_space(vec3 p) {
    vec3 q = p - vec3(0.0, 0.075, -0.60);
    q.yz = spin(0.24) * q.yz;
    return q - vec3(0.0, 0.64, 0.0);
}
vec2 shape(vec3 p) {
    vec2 h = vec2(slab(box2(p.xz, vec2(1.02, 0.68), 0.08), p.y - 0.035, 0.035, 0.018), 1.0);
    vec3 q = screen_space(p);
    return nearer(h, vec2(slab(box2(q.xy, vec2(1.02, 0.65), 0.06), q.z, 0.022, 0.012), 2.0));
}
Paint paint(float id, vec3 p, vec3 n) {
    vec3 alloy = mix(vec3(0.62, 0.63, 0.66), u_light, 0.15);
    if (id > 1.5) {
        vec3 q = screen_space(p);
        if (n.z < 0.3 || box2(q.xy, vec2(1.0, 0.63), 0.05) > 0.0) return metal(alloy, 0.16);
        Paint m = lacquer(vec3(0.006));
        m.coat = 0.16;
        float inside = smoothstep(0.003, -0.003, box2(q.xy - vec2(0.0, 0.005), vec2(0.965, 0.59), 0.02));
        m.glow = print_at(q.xy).rgb * 0.90 * inside;
        return m;
    }
    Paint m = metal(alloy, 0.20);
    m.metal = 0.75;
    if (n.y > 0.8) {
        vec2 k = (p.xz - vec2(0.0, -0.19)) / vec2(0.134, 0.118);
        vec2 cell = abs(fract(k + vec2(0.0, 0.5)) - 0.5);
        float key = smoothstep(0.44, 0.41, max(cell.x, cell.y)) * step(abs(p.x), 0.87) * step(abs(p.z + 0.19), 0.295);
        m.base = mix(m.base, vec3(0.028), key);
        m.metal = mix(m.metal, 0.0, key);
        float pad = box2(p.xz - vec2(0.0, 0.37), vec2(0.30, 0.20), 0.02);
        m.base *= 1.0 - 0.35 * smoothstep(0.007, 0.002, abs(pad));
    }
    return m;
}
