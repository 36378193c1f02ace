// A stoneware mug, filled, with its handle to the right.
#define MARCH 0.95
vec2 shape(vec3 p) {
    float outside = drum(p - vec3(0.0, 0.58, 0.0), 0.52, 0.58, 0.09);
    float inside = drum(p - vec3(0.0, 0.78, 0.0), 0.46, 0.68, 0.06);
    float wall = smax(outside, -inside, 0.03);
    vec3 q = p - vec3(0.56, 0.60, 0.0);
    q.xy *= vec2(1.12, 0.92);
    float handle = max(torus(q, 0.285, 0.072), 0.43 - length(p.xz));
    vec2 h = vec2(smin(wall, handle * 0.92, 0.06), 1.0);
    float coffee = drum(p - vec3(0.0, 0.94, 0.0), 0.465, 0.02, 0.004);
    return nearer(h, vec2(coffee, 2.0));
}
Paint paint(float id, vec3 p, vec3 n) {
    if (id > 1.5) {
        float r = length(p.xz);
        vec3 c = mix(vec3(0.075, 0.028, 0.012), vec3(0.36, 0.18, 0.07), smoothstep(0.36, 0.455, r + 0.02 * noise(p * 14.0)));
        Paint m = lacquer(c);
        m.blur = 0.05;
        return m;
    }
    vec3 c = u_accent;
    float inner = length(p.xz);
    if (inner < 0.475 && p.y > 0.2) c = u_paper;
    c = mix(u_accent_deep, c, smoothstep(0.17, 0.18, p.y + 0.02 * sin(atan(p.x, p.z) * 3.0)));
    if (p.z > 0.0 && inner > 0.48) c = printed(c, vec2(atan(p.x, p.z) * 0.52, p.y));
    c *= 0.96 + 0.08 * noise(p * 90.0);
    Paint m = satin(c);
    m.coat = 0.9;
    m.blur = 0.05;
    return m;
}
