// A stand-up pouch: pillowed film, welded edges, a tear seal at the top.
#define MARCH 0.70
vec2 shape(vec3 p) {
    float t = clamp(p.y / 1.70, 0.0, 1.0);
    float w = 0.66 - 0.03 * sin(t * 3.14159);
    float depth = 0.34 * pow(1.0 - t, 0.62) * smoothstep(-0.10, 0.16, t) + 0.02;
    float x = clamp(abs(p.x) / w, 0.0, 1.0);
    float fold = 0.018 * sin(p.x * 9.0 + p.y * 6.0) * sin(p.y * 4.0 - p.x * 3.0) * (1.0 - t);
    float z = depth * pow(max(0.0, 1.0 - pow(x, 2.6)), 0.75) + 0.012 + fold * (1.0 - x);
    float film = max(abs(p.z) - z, max(abs(p.x) - w, abs(p.y - 0.86) - 0.86)) ;
    float weld = box(p - vec3(0.0, 0.88, 0.0), vec3(0.68, 0.88, 0.016), 0.012);
    return vec2(smin(film, weld, 0.03), 1.0);
}
Paint paint(float id, vec3 p, vec3 n) {
    vec3 c = u_accent;
    c = mix(c, u_accent_deep, smoothstep(0.30, 0.294, p.y));
    c = mix(c, u_second, band(p.y, 0.30, 0.33, 0.004));
    if (p.y > 1.58) c *= 0.84 + 0.16 * sin(p.y * 190.0);
    c = mix(c, u_accent_deep, band(p.y, 1.535, 1.545, 0.003));
    if (p.z > 0.0) c = printed(c, p.xy);
    Paint m = satin(c);
    m.blur = 0.16;
    m.coat = 0.8;
    return m;
}
