// A structured leather handbag: flap, clasp, top handle, stitching.
#define MARCH 0.85
vec2 shape(vec3 p) {
    float t = clamp(p.y / 1.05, 0.0, 1.0);
    vec3 q = p - vec3(0.0, 0.52, 0.0);
    vec3 half_size = vec3(mix(0.84, 0.72, t), 0.52, mix(0.34, 0.22, t));
    float body = box(q, half_size, 0.075);
    vec3 f = p - vec3(0.0, 0.80, mix(0.34, 0.22, t) * 0.5);
    float outline = box2(f.xy - vec2(0.0, 0.06), vec2(mix(0.84, 0.72, t) + 0.012, 0.34), 0.20);
    outline = smax(outline, -(f.y + 0.62), 0.1);
    float flap = slab(outline, f.z, half_size.z * 0.5 + 0.035, 0.028);
    vec2 h = vec2(body, 1.0);
    h = nearer(h, vec2(flap, 2.0));
    vec3 g = p - vec3(0.0, 1.03, 0.0);
    g.x *= 0.92;
    float arc = max(torus(g * vec3(1.0, 0.86, 1.0), 0.42, 0.040), -g.y - 0.02);
    h = nearer(h, vec2(arc, 3.0));
    vec3 s = vec3(abs(p.x) - 0.455, p.y - 1.06, p.z);
    h = nearer(h, vec2(torus(s, 0.058, 0.018), 4.0));
    float clasp = box(p - vec3(0.0, 0.53, 0.335), vec3(0.10, 0.065, 0.035), 0.02);
    return nearer(h, vec2(clasp, 4.0));
}
Paint paint(float id, vec3 p, vec3 n) {
    if (id > 3.5) return metal(vec3(0.95, 0.76, 0.45), 0.04);
    vec3 c = u_accent;
    if (id > 2.5) c = u_accent_deep;
    float grain = noise(p * 70.0) * 0.6 + noise(p * 140.0) * 0.4;
    c *= 0.86 + 0.22 * grain;
    float t = clamp(p.y / 1.05, 0.0, 1.0);
    if (id > 1.5 && id < 2.5) {
        float edge = abs(box2(vec2(p.x, p.y - 0.86), vec2(mix(0.84, 0.72, t) + 0.012, 0.34), 0.20) + 0.045);
        c = mix(c, u_second, smoothstep(0.009, 0.005, edge) * step(0.35, fract((p.x + p.y) * 17.0)) * step(0.3, n.z));
        if (p.z > 0.0) c = printed(c, p.xy);
    }
    Paint m = satin(c);
    m.blur = 0.14 + 0.05 * grain;
    return m;
}
