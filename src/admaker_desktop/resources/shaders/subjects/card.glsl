// Two payment or gift cards, floating: the front one printed.
#define MARCH 1.0
vec3 back_space(vec3 p) {
    vec3 q = p - vec3(0.10, 1.10, -0.24);
    q.xy = spin(0.30) * q.xy;
    return q;
}
vec2 shape(vec3 p) {
    vec3 q = p - vec3(0.0, 0.92, 0.0);
    vec2 h = vec2(slab(box2(q.xy, vec2(0.96, 0.60), 0.075), q.z, 0.018, 0.010), 1.0);
    vec3 b = back_space(p);
    return nearer(h, vec2(slab(box2(b.xy, vec2(0.96, 0.60), 0.075), b.z, 0.018, 0.010), 2.0));
}
Paint paint(float id, vec3 p, vec3 n) {
    if (id > 1.5) {
        vec3 q = back_space(p);
        float w = band(length(q.xy - vec2(0.9, -0.7)), 0.75, 0.98, 0.006);
        return satin(mix(u_second, u_accent_deep, w));
    }
    Paint m = lacquer(u_accent);
    m.blur = 0.05;
    if (n.z > 0.6) {
        m.base = printed(m.base, p.xy);
        vec2 c = p.xy - vec2(-0.62, 1.02);
        float chip = box2(c, vec2(0.115, 0.088), 0.025);
        if (chip < 0.0) {
            float line = min(min(abs(abs(c.y) - 0.032), abs(c.x)), abs(chip + 0.004));
            m = metal(mix(vec3(0.42, 0.29, 0.11), vec3(0.95, 0.76, 0.42), smoothstep(0.002, 0.007, line)), 0.06);
        }
    }
    return m;
}
