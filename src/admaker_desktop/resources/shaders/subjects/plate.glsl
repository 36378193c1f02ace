// A plate of food: glazed rim, a golden mound, cherry tomatoes, basil, a slice of lemon.
#define MARCH 0.80
const vec3 TOMATO[5] = vec3[5](vec3(-0.30, 0.30, 0.28), vec3(0.06, 0.35, 0.38), vec3(0.36, 0.28, 0.16),
                               vec3(-0.08, 0.46, 0.06), vec3(0.14, 0.40, -0.22));
// Two leaves at once, mirrored about their stalk. llvmpipe runs both sides of every branch: few shapes, no early outs.
float leaves(vec3 p, vec3 at, float turn) {
    vec3 q = p - at;
    q.xz = spin(turn) * q.xz;
    q.x = abs(q.x);
    q.xy = spin(-0.38) * q.xy;
    q.x -= 0.15;
    q.y += 0.9 * q.z * q.z + 0.6 * q.x * q.x;
    return egg(q, vec3(0.19, 0.014, 0.085)) * 0.7;
}
float tomato(vec3 p, vec3 at) { return length(p - at) - 0.125; }
vec2 shape(vec3 p) {
    float r = length(p.xz);
    float lift = 0.055 + 0.16 * smoothstep(0.55, 1.06, r);
    vec2 d = vec2(r - 1.06, abs(p.y - lift) - 0.022);
    float dish = (min(max(d.x, d.y), 0.0) + length(max(d, 0.0)) - 0.014) * 0.9;
    dish = smin(dish, drum(p - vec3(0.0, 0.03, 0.0), 0.52, 0.03, 0.01), 0.05);
    vec2 h = vec2(dish, 1.0);
    vec3 g = sin(p * 21.0 + p.zxy * 5.0);
    float mound = egg(p - vec3(0.0, 0.08, 0.0), vec3(0.64, 0.36, 0.60)) - 0.016 * (1.0 + g.x * g.y * g.z);
    h = nearer(h, vec2(mound * 0.8, 2.0));
    float red = min(min(tomato(p, TOMATO[0]), tomato(p, TOMATO[1])), tomato(p, TOMATO[2]));
    h = nearer(h, vec2(min(red, min(tomato(p, TOMATO[3]), tomato(p, TOMATO[4]))), 3.0));
    float green = min(leaves(p, vec3(0.10, 0.47, 0.16), 0.5), leaves(p, vec3(0.08, 0.53, 0.13), 2.0));
    h = nearer(h, vec2(green, 4.0));
    vec3 s = p - vec3(-0.36, 0.42, -0.28);
    s.yz = spin(0.5) * s.yz;
    s.xy = spin(0.3) * s.xy;
    h = nearer(h, vec2(slab(length(s.xy) - 0.27, s.z, 0.022, 0.010), 5.0));
    return h;
}
Paint paint(float id, vec3 p, vec3 n) {
    if (id > 4.5) {
        vec3 s = p - vec3(-0.36, 0.42, -0.28);
        s.yz = spin(0.5) * s.yz;
        s.xy = spin(0.3) * s.xy;
        float r = length(s.xy), a = atan(s.x, s.y);
        float pulp = smoothstep(0.225, 0.215, r) * smoothstep(0.05, 0.12, abs(fract(a * 8.0 / 6.28318) - 0.5) * 2.0 * r * 6.0);
        return lacquer(mix(mix(vec3(0.95, 0.88, 0.62), vec3(0.93, 0.62, 0.04), step(0.248, r)), vec3(0.96, 0.72, 0.10), pulp));
    }
    if (id > 3.5) return satin(vec3(0.075, 0.30, 0.045) * (0.75 + 0.5 * noise(p * 24.0)));
    if (id > 2.5) return lacquer(vec3(0.74, 0.055, 0.022));
    if (id > 1.5) {
        float g = noise(p * 26.0);
        vec3 c = mix(vec3(0.72, 0.40, 0.085), vec3(0.95, 0.72, 0.30), g);
        c = mix(c, vec3(0.14, 0.34, 0.05), smoothstep(0.80, 0.86, noise(p * 31.0 + 7.0)));
        return satin(c);
    }
    float r = length(p.xz);
    vec3 c = mix(u_paper, vec3(0.85), 0.35);
    c = mix(c, u_accent, band(r, 0.985, 1.03, 0.004));
    Paint m = satin(c);
    m.coat = 1.0;
    m.blur = 0.03;
    return m;
}
