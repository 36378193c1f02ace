// A phone: metal frame, glass front, the screen lit by its own picture.
#define MARCH 1.0
vec2 shape(vec3 p) {
    vec3 q = p - vec3(0.0, 0.99, 0.0);
    vec2 h = vec2(slab(box2(q.xy, vec2(0.485, 0.99), 0.145), q.z, 0.052, 0.022), 1.0);
    h = nearer(h, vec2(box(q - vec3(0.487, 0.30, 0.0), vec3(0.012, 0.13, 0.018), 0.008), 2.0));
    return h;
}
Paint paint(float id, vec3 p, vec3 n) {
    vec3 frame = mix(vec3(0.30, 0.31, 0.33), u_ink, 0.35);
    if (id > 1.5) return metal(frame, 0.05);
    vec3 q = p - vec3(0.0, 0.99, 0.0);
    float glass_edge = box2(q.xy, vec2(0.468, 0.973), 0.128);
    if (n.z < 0.5 || glass_edge > 0.0) return metal(frame * (p.z < -0.03 ? 0.8 : 1.3), 0.06);
    Paint m = lacquer(vec3(0.006));
    m.coat = 0.22;
    vec4 c = print_at(p.xy);
    float inside = smoothstep(0.003, -0.003, box2(q.xy, vec2(0.443, 0.948), 0.105));
    float island = smoothstep(0.003, -0.003, box2(q.xy - vec2(0.0, 0.885), vec2(0.105, 0.027), 0.026));
    m.glow = c.rgb * 0.90 * inside * (1.0 - island);
    return m;
}
