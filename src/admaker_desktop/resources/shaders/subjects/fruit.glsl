// Oranges: one whole with its leaf, one cut open towards us.
#define MARCH 0.85
vec3 half_space(vec3 p) {
    vec3 q = p - vec3(0.62, 0.50, 0.42);
    q.xz = spin(0.30) * q.xz;
    q.yz = spin(-0.22) * q.yz;
    return q;
}
vec3 leaf_space(vec3 p) {
    vec3 q = p - vec3(-0.36, 1.34, -0.10);
    q.xy = spin(-0.42) * q.xy;
    q.x -= 0.30;
    q.y += 0.45 * q.x * q.x + 1.1 * q.z * q.z;
    return q;
}
vec2 shape(vec3 p) {
    vec3 a = p - vec3(-0.38, 0.66, -0.10);
    float whole = length(a * vec3(1.0, 1.05, 1.0)) - 0.66 + 0.045 * exp(-14.0 * dot(a.xz, a.xz)) * step(0.0, a.y);
    vec2 h = vec2(whole * 0.95, 1.0);
    vec3 q = half_space(p);
    float cut = smax(length(q) - 0.54, q.z, 0.025);
    h = nearer(h, vec2(cut, 2.0));
    h = nearer(h, vec2(capsule(p, vec3(-0.38, 1.25, -0.10), vec3(-0.34, 1.42, -0.10), 0.028), 3.0));
    return nearer(h, vec2(egg(leaf_space(p), vec3(0.36, 0.018, 0.15)) * 0.7, 4.0));
}
Paint paint(float id, vec3 p, vec3 n) {
    if (id > 3.5) {
        vec3 q = leaf_space(p);
        float rib = smoothstep(0.010, 0.003, abs(q.z)) + 0.5 * smoothstep(0.05, 0.02, abs(fract((q.x - abs(q.z) * 0.9) * 8.0) - 0.5));
        Paint m = satin(mix(vec3(0.055, 0.22, 0.035), vec3(0.17, 0.40, 0.08), clamp(rib, 0.0, 1.0) * 0.7));
        m.coat = 1.0;
        return m;
    }
    if (id > 2.5) return matte(vec3(0.16, 0.20, 0.05));
    vec3 peel = vec3(0.92, 0.27, 0.012);
    float pit = noise(p * 34.0);
    if (id > 1.5) {
        vec3 q = half_space(p);
        float r = length(q.xy), a = atan(q.x, q.y);
        if (q.z > -0.035 && r < 0.525) {
            float wedge = abs(fract(a * 10.0 / 6.28318) - 0.5) * 2.0;
            float gap = (1.0 - wedge) * r * 0.32;
            float pulp = smoothstep(0.004, 0.014, gap) * smoothstep(0.478, 0.462, r) * smoothstep(0.035, 0.055, r);
            float cell = noise(vec3(a * 40.0, r * 16.0, 1.0));
            vec3 juice = mix(vec3(0.90, 0.24, 0.010), vec3(0.99, 0.46, 0.05), cell);
            vec3 pith = mix(vec3(0.98, 0.80, 0.46), peel, smoothstep(0.494, 0.506, r));
            Paint m = lacquer(mix(pith, juice, pulp));
            m.glow = juice * 0.22 * pulp;
            m.blur = 0.10 + 0.10 * cell;
            m.coat = 0.45;
            return m;
        }
    }
    Paint m = lacquer(peel * (0.86 + 0.20 * pit));
    m.blur = 0.06 + 0.10 * pit;
    m.coat = 0.8;
    return m;
}
