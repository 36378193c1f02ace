// A plate of food: glazed rim, a golden mound, cherry tomatoes, basil, a slice of lemon.
#define MARCH 0.80
const vec3 TOMATO[5] = vec3[5](vec3(-0.30, 0.30, 0.28), vec3(0.06, 0.35, 0.38), vec3(0.36, 0.28, 0.16),
                               vec3(-0.08, 0.46, 0.06), vec3(0.14, 0.40, -0.22));
const vec4 LEAF[5] = vec4[5](vec4(0.10, 0.55, 0.16, 0.4), vec4(-0.12, 0.52, 0.22, 2.5), vec4(0.02, 0.56, -0.02, 4.4),
                             vec4(0.44, 0.28, 0.34, 5.6), vec4(-0.46, 0.27, 0.12, 3.4));
vec3 leaf_space(vec3 p, vec4 l) {
    vec3 q = p - l.xyz;
    q.xz = spin(l.w) * q.xz;
    q.xy = spin(-0.35) * q.xy;
    q.x -= 0.13;
    q.y += 0.9 * q.z * q.z + 0.6 * q.x * q.x;
    return q;
}
float leaf(vec3 p, vec4 l) {
    float far = length(p - l.xyz) - 0.36;  // leaves are costly: only near them
    return far > 0.12 ? far : egg(leaf_space(p, l), vec3(0.19, 0.014, 0.085)) * 0.7;
}
float tomato(vec3 p, vec3 at) { return length(p - at) - 0.125; }
vec2 shape(vec3 p) {
    float r = length(p.xz);
    float lift = 0.055 + 0.16 * smoothstep(0.55, 1.06, r);
    vec2 d = vec2(r - 1.06, abs(p.y - lift) - 0.022);
    float dish = (min(max(d.x, d.y), 0.0) + length(max(d, 0.0)) - 0.014) * 0.9;
    dish = smin(dish, drum(p - vec3(0.0, 0.03, 0.0), 0.52, 0.03, 0.01), 0.05);
    vec2 h = vec2(dish, 1.0);
    float food = length(p - vec3(0.0, 0.28, 0.0)) - 0.78;
    if (food > 0.25) return nearer(h, vec2(food, 2.0));
    float mound = egg(p - vec3(0.0, 0.08, 0.0), vec3(0.64, 0.36, 0.60));
    if (mound < 0.08) {
        vec3 g = sin(p * 23.0 + 2.5 * sin(p.zxy * 9.0));
        mound -= 0.014 * (1.0 + g.x * g.y * g.z + 0.5 * g.x * g.z);
    }
    h = nearer(h, vec2(mound * 0.8, 2.0));
    // written out, so that the turns of the leaves are constants
    float red = min(min(tomato(p, TOMATO[0]), tomato(p, TOMATO[1])), tomato(p, TOMATO[2]));
    h = nearer(h, vec2(min(red, min(tomato(p, TOMATO[3]), tomato(p, TOMATO[4]))), 3.0));
    float green = min(min(leaf(p, LEAF[0]), leaf(p, LEAF[1])), leaf(p, LEAF[2]));
    h = nearer(h, vec2(min(green, min(leaf(p, LEAF[3]), leaf(p, LEAF[4]))), 4.0));
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
