// Two admission tickets, fanned: notched, perforated, the front one printed.
#define MARCH 0.95
vec3 back_space(vec3 p) {
    vec3 q = p - vec3(0.06, 1.02, -0.16);
    q.xy = spin(-0.26) * q.xy;
    return q;
}
float outline(vec2 q) {
    float d = box2(q, vec2(1.06, 0.50), 0.05);
    vec2 n = vec2(q.x - 0.56, abs(q.y) - 0.50);
    d = max(d, 0.085 - length(n));
    vec2 e = vec2(abs(q.x) - 1.07, mod(q.y + 0.0625, 0.125) - 0.0625);
    return max(d, 0.036 - length(e));
}
vec2 shape(vec3 p) {
    vec3 q = p - vec3(0.0, 0.82, 0.0);
    float curl = 0.05 * q.x * q.x;
    vec2 h = vec2(slab(outline(q.xy), q.z + curl, 0.014, 0.006), 1.0);
    vec3 b = back_space(p);
    return nearer(h, vec2(slab(outline(b.xy), b.z + 0.05 * b.x * b.x, 0.014, 0.006), 2.0));
}
Paint paint(float id, vec3 p, vec3 n) {
    vec3 q = id > 1.5 ? back_space(p) : p - vec3(0.0, 0.82, 0.0);
    vec3 c = id > 1.5 ? u_second : u_accent;
    c = mix(c, mix(u_accent_deep, u_second, id > 1.5 ? 0.0 : 1.0), step(0.56, q.x));
    float dash = step(abs(q.x - 0.56), 0.006) * step(0.4, fract(q.y * 18.0)) * step(abs(q.y), 0.40);
    c = mix(c, u_paper, dash);
    if (q.x > 0.66 && q.x < 0.96) {
        float bar = step(0.45, hash(vec3(floor(q.y * 58.0), 3.0, 1.0)));
        c = mix(c, u_paper, step(abs(q.y), 0.36) * step(abs(q.x - 0.81), 0.10));
        c = mix(c, u_ink, bar * step(abs(q.y), 0.33) * step(abs(q.x - 0.81), 0.075));
    }
    if (id < 1.5 && n.z > 0.4) c = printed(c, p.xy);
    Paint m = matte(c);
    m.coat = 0.6;
    m.blur = 0.2;
    return m;
}
