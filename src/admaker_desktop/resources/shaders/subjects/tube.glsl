// A cream tube standing on its cap: round at the foot, flat and crimped at the top.
#define MARCH 0.72
vec2 shape(vec3 p) {
    float t = clamp((p.y - 0.30) / 1.62, 0.0, 1.0);
    vec2 half_size = vec2(mix(0.40, 0.50, t), mix(0.40, 0.022, pow(t, 1.15)));
    float k0 = length(p.xz / half_size), k1 = length(p.xz / (half_size * half_size));
    float wall = k0 * (k0 - 1.0) / max(k1, 1e-3);
    float body = smax(wall, abs(p.y - 1.10) - 0.82, 0.05);
    float crimp = box(p - vec3(0.0, 1.90, 0.0), vec3(0.505, 0.11, 0.026), 0.012);
    vec2 h = vec2(min(body, crimp), 1.0);
    return nearer(h, vec2(drum(p - vec3(0.0, 0.15, 0.0), 0.375, 0.15, 0.03), 2.0));
}
Paint paint(float id, vec3 p, vec3 n) {
    if (id > 1.5) return satin(u_accent_deep * (0.9 + 0.1 * sin(atan(p.x, p.z) * 60.0)));
    vec3 c = u_paper;
    c = mix(c, u_accent, smoothstep(0.006, -0.006, p.y - 0.70 - 0.10 * sin(p.x * 3.0 + 0.6)));
    c = mix(c, u_second, band(p.y - 0.10 * sin(p.x * 3.0 + 0.6), 0.72, 0.755, 0.005));
    if (p.y > 1.80) c = mix(u_accent, u_accent * 0.82, 0.5 + 0.5 * sin(p.x * 150.0) * step(1.82, p.y));
    if (p.z > 0.0) c = printed(c, p.xy);
    Paint m = satin(c);
    m.coat = 0.9;
    m.blur = 0.06;
    return m;
}
