// A country loaf on a wooden board: scored crust, flour, one cut slice in front.
#define MARCH 0.66
float cuts(vec3 p) {  // 1 inside a score on the crust
    float s = p.x + 0.42 * p.z;
    float k = abs(fract(s * 2.3 + 0.5) - 0.5) / 2.3;
    return smoothstep(0.075, 0.03, k) * smoothstep(0.86, 0.70, abs(p.x)) * smoothstep(0.40, 0.22, abs(p.z));
}
vec3 slice_space(vec3 p) {
    vec3 q = p - vec3(0.62, 0.12, 0.60);
    q.xz = spin(-0.35) * q.xz;
    q.yz = spin(1.18) * q.yz;
    return q;
}
float slice_outline(vec2 q) {
    float d = length((q - vec2(0.0, 0.0)) / vec2(0.37, 0.27)) - 1.0;
    return d * 0.26 + 0.012 * sin(q.x * 12.0);
}
vec2 shape(vec3 p) {
    float board = box(p - vec3(0.0, 0.05, 0.12), vec3(1.24, 0.05, 0.74), 0.045);
    vec2 h = vec2(board, 1.0);
    vec3 q = p - vec3(-0.10, 0.38, -0.10);
    float far = egg(q, vec3(0.98, 0.40, 0.46));
    far += 0.055 * cuts(q) * smoothstep(0.0, 0.3, q.y) - 0.026 * noise(p * 6.0);
    float flat_base = max(far, 0.10 - p.y);
    h = nearer(h, vec2(flat_base, 2.0));
    vec3 s = slice_space(p);
    h = nearer(h, vec2(slab(slice_outline(s.xy), s.z, 0.060, 0.02), 3.0));
    return h;
}
Paint paint(float id, vec3 p, vec3 n) {
    if (id < 1.5) {
        float ring = noise(vec3(p.x * 1.2, p.y * 4.0, p.z * 13.0)) + 0.5 * noise(vec3(p.x * 3.0, 2.0, p.z * 50.0));
        return satin(mix(vec3(0.33, 0.16, 0.065), vec3(0.56, 0.32, 0.15), ring * 0.75));
    }
    vec3 crust_dark = vec3(0.30, 0.095, 0.018), crust = vec3(0.66, 0.29, 0.070), crumb = vec3(0.90, 0.73, 0.46);
    if (id > 2.5) {
        vec3 s = slice_space(p);
        float d = slice_outline(s.xy);
        float hole = smoothstep(0.60, 0.74, noise(s * vec3(19.0, 19.0, 8.0))) + smoothstep(0.70, 0.8, noise(s * 40.0));
        vec3 c = mix(crumb, crumb * vec3(0.66, 0.56, 0.44), clamp(hole, 0.0, 1.0));
        return matte(mix(c, crust, smoothstep(-0.022, -0.008, d)));
    }
    vec3 q = p - vec3(-0.10, 0.38, -0.10);
    float bake = noise(p * 4.0) * 0.6 + noise(p * 13.0) * 0.4;
    vec3 c = mix(crust, crust_dark, clamp(bake * 1.1 - 0.15 + 0.35 * smoothstep(0.25, 0.38, q.y), 0.0, 1.0));
    float cut = cuts(q) * smoothstep(0.0, 0.3, q.y);
    c = mix(c, mix(crumb, crust, 0.35 + 0.3 * noise(p * 30.0)), smoothstep(0.35, 0.9, cut));
    float flour = smoothstep(0.46, 0.74, noise(p * 8.0 + 4.0) * 0.65 + noise(p * 34.0) * 0.35) * smoothstep(0.1, 0.8, n.y);
    c = mix(c, vec3(0.90, 0.84, 0.74), flour * 0.62 * (1.0 - cut));
    Paint m = satin(c);
    m.coat = 0.45;
    return m;
}
