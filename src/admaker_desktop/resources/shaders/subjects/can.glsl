// A drinks can: lacquered wall with a diagonal band, aluminium rim and lid.
#define MARCH 0.95
vec2 shape(vec3 p) {
    float r = length(p.xz);
    float wall = max(r - 0.50, abs(p.y - 0.96) - 0.94);
    wall = smax(wall, dot(vec2(r - 0.50, p.y - 1.64), vec2(0.93, 0.37)), 0.06);
    wall = smax(wall, dot(vec2(r - 0.50, p.y - 0.13), vec2(0.78, -0.63)), 0.05);
    vec2 h = vec2(wall, 1.0);
    vec2 q = vec2(r - 0.405, p.y - 1.90);
    h = nearer(h, vec2(length(q) - 0.030, 2.0));
    float lid = drum(p - vec3(0.0, 1.86, 0.0), 0.40, 0.02, 0.01);
    float tab = slab(box2(p.xz - vec2(0.02, 0.06), vec2(0.07, 0.14), 0.06), p.y - 1.895, 0.008, 0.006);
    return nearer(h, vec2(min(lid, tab), 2.0));
}
Paint paint(float id, vec3 p, vec3 n) {
    if (id > 1.5 || p.y > 1.865 || p.y < 0.045) return metal(vec3(0.86, 0.88, 0.90), 0.03);
    float a = atan(p.x, p.z);
    vec3 c = u_accent;
    float wave = (p.y - 0.98) + a * 0.95;
    c = mix(c, u_second, band(wave, -0.34, 0.30, 0.006));
    c = mix(c, u_paper, band(wave, 0.36, 0.41, 0.006));
    if (p.z > 0.0) c = printed(c, vec2(a * 0.50, p.y));
    Paint m = lacquer(c);
    m.metal = 0.12;
    return m;
}
