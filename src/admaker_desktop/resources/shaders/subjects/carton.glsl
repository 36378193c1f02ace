// A folding carton: printed front, striped side, coloured edges.
#define MARCH 1.0
vec2 shape(vec3 p) { return vec2(box(p - vec3(0.0, 0.96, 0.0), vec3(0.60, 0.96, 0.36), 0.016), 1.0); }
Paint paint(float id, vec3 p, vec3 n) {
    vec3 q = p - vec3(0.0, 0.96, 0.0), c = u_paper;
    if (abs(n.x) > 0.7) {
        float stripe = fract((q.y + q.z * 1.6) * 1.55 + 0.1);
        c = mix(u_accent_deep, u_second, smoothstep(0.49, 0.51, stripe) * smoothstep(1.0, 0.98, stripe));
    } else if (n.y > 0.7) {
        c = u_accent;
        c = mix(c, u_accent * 0.6, band(abs(q.z), 0.0, 0.004, 0.002) * 0.7);
    } else if (n.z > 0.7) c = printed(c, p.xy);
    vec3 edge = abs(abs(q) - vec3(0.60, 0.96, 0.36));
    float two = min(max(edge.x, edge.y), min(max(edge.y, edge.z), max(edge.x, edge.z)));
    c = mix(u_accent, c, smoothstep(0.012, 0.018, two));
    Paint m = matte(c);
    m.coat = 0.22;
    m.blur = 0.16;
    return m;
}
