// A shoe box with its lid ajar over tissue paper.
#define MARCH 0.9
vec3 lid_space(vec3 p) {
    vec3 q = p - vec3(0.10, 0.70, -0.06);
    q.xy = spin(-0.10) * q.xy;
    q.xz = spin(0.10) * q.xz;
    return q;
}
vec2 shape(vec3 p) {
    float outside = box(p - vec3(0.0, 0.30, 0.0), vec3(0.90, 0.30, 0.56), 0.014);
    float inside = box(p - vec3(0.0, 0.40, 0.0), vec3(0.865, 0.36, 0.525), 0.01);
    vec2 h = vec2(max(outside, -inside), 1.0);
    vec3 q = lid_space(p);
    float lid = box(q, vec3(0.925, 0.105, 0.585), 0.014);
    lid = max(lid, -box(q + vec3(0.0, 0.05, 0.0), vec3(0.895, 0.12, 0.555), 0.01));
    h = nearer(h, vec2(lid, 2.0));
    vec3 s = p - vec3(-0.30, 0.53, 0.24);
    float crease = 0.05 * sin(p.x * 11.0 + p.z * 7.0) + 0.035 * sin(p.x * 23.0 - p.z * 17.0);
    float tissue = egg(s + vec3(0.0, crease, 0.0), vec3(0.56, 0.10, 0.26)) * 0.7;
    return nearer(h, vec2(tissue, 3.0));
}
Paint paint(float id, vec3 p, vec3 n) {
    if (id > 2.5) return matte(mix(u_paper, u_light, 0.5));
    if (id > 1.5) {
        vec3 q = lid_space(p);
        vec3 c = u_accent_deep;
        c = mix(c, u_second, band(q.x, 0.52, 0.66, 0.004) * step(0.5, n.y));
        return satin(c);
    }
    vec3 c = u_accent;
    if (n.z > 0.6 && p.z > 0.5) c = printed(c, p.xy);
    if (n.x > 0.6) c = mix(c, u_paper, band(p.z, -0.30, 0.30, 0.003) * band(p.y, 0.12, 0.44, 0.003));
    return satin(c);
}
