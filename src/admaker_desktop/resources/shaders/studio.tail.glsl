// The photo studio, second half: ray march, studio light looked up by the reflected ray, shadow, occlusion, reflection.
#ifndef NORMAL_STEP
#define NORMAL_STEP 0.0012
#endif

float stand(vec3 p) {
    if (u_stand.x < 0.5) return 1e3;
    vec3 q = p + vec3(0.0, u_stand.z * 0.5, 0.0);
    if (u_stand.x < 1.5) return drum(q, u_stand.y, u_stand.z * 0.5, 0.035);
    if (u_stand.x < 2.5) return box(q, vec3(u_stand.y, u_stand.z * 0.5, u_stand.w), 0.035);
    vec3 low = p + vec3(0.0, u_stand.z * 0.78, 0.0);
    return min(drum(p + vec3(0.0, u_stand.z * 0.28, 0.0), u_stand.y * 0.78, u_stand.z * 0.28, 0.03),
               drum(low, u_stand.y, u_stand.z * 0.22, 0.03));
}
vec2 map(vec3 p) {  // distance and part; parts of the second object count from 10
    vec2 h = vec2(stand(p), 0.0);
    for (int k = u_zero; k < u_count; k++) {
        vec2 s = shape(u_turn[k] * (p - u_place[k]));
        h = nearer(h, vec2(s.x, s.y + 10.0 * float(k)));
    }
    return h;
}

vec3 normal_at(vec3 p, float e) {
    vec3 n = vec3(0.0);
    for (int i = u_zero; i < 4; i++) {
        vec3 k = 0.5773 * (2.0 * vec3((((i + 3) >> 1) & 1), ((i >> 1) & 1), (i & 1)) - 1.0);
        n += k * map(p + k * e).x;
    }
    return normalize(n);
}
vec3 studio(vec3 d, float blur) {
    float b = blur;
    vec3 c = mix(u_floor * 0.42, u_wall * 0.62, smoothstep(-0.30 - b, 0.22 + b, d.y));
    c = mix(c, u_wall * 0.95, smoothstep(0.15, 0.85, d.y));
    float az = atan(d.x, d.z), e = 0.022 + b;
    float key = band(az, -1.12, -0.62, e) * band(d.y, -0.42, 0.80, e + 0.03);
    float rim = band(az, 1.30, 1.62, e) * band(d.y, -0.55, 0.86, e + 0.03);
    float back = band(abs(az), 2.35, 2.75, e + 0.04) * band(d.y, -0.3, 0.7, e + 0.05);
    float top = smoothstep(0.84 - e, 0.88 + e, d.y);
    return c + u_light * (key * 3.1 + rim * 2.3 + back * 1.2 + top * 1.5) / (1.0 + 1.6 * b);
}
float shadow(vec3 p) {
    float lit = 1.0, t = 0.03;
    for (int i = u_zero; i < 9; i++) {
        float d = map(p + KEY * t).x;
        lit = min(lit, 7.0 * d / t);
        t += clamp(d, 0.06, 0.50);
        if (lit < 0.02 || t > 2.6 || p.y + KEY.y * t > u_high.y) break;
    }
    return smoothstep(0.0, 1.0, lit);
}
float occlusion(vec3 p, vec3 n) {
    float gap = 0.0, weight = 1.0;
    for (int i = u_zero; i < 3; i++) {
        float h = 0.03 + 0.11 * float(i);
        gap += (h - map(p + n * h).x) * weight;
        weight *= 0.62;
    }
    return clamp(1.0 - 2.0 * gap, 0.0, 1.0);
}
vec3 shade(vec3 p, vec3 n, vec3 v, Paint m, float y) {  // y: height in the object
    vec3 r = reflect(-v, n);
    float facing = clamp(dot(n, v), 0.0, 1.0);
    float lit = shadow(p + n * 0.012), open = occlusion(p, n);
    float wrap = clamp((dot(n, KEY) + 0.30) / 1.30, 0.0, 1.0);
    vec3 around = mix(u_floor, mix(u_wall, u_light, 0.55), clamp(n.y * 0.5 + 0.55, 0.0, 1.0));
    vec3 mirror = studio(r, m.blur);
    vec3 c = m.base * (u_light * wrap * (0.18 + 0.82 * lit) * 0.95 + around * 0.26 * (0.25 + 0.75 * open));
    if (m.glass > 0.5) {
        vec3 deep = m.base * m.base * 0.80, clear = mix(m.base, u_light, 0.10) * 1.12;
        vec3 liquid = mix(deep, clear, pow(facing, 1.25));
        liquid += mix(clear, u_light, 0.25) * 0.70 * exp(-pow((y - 0.16) / 0.20, 2.0)) * facing;
        vec3 empty = mix(mix(m.base, u_wall, 0.45), u_light, 0.25) * (0.45 + 0.55 * facing);
        vec3 inside = mix(liquid, empty, smoothstep(m.level - 0.006, m.level + 0.006, y));
        inside *= 1.0 - 0.55 * exp(-pow((y - m.level) / 0.016, 2.0));
        inside *= mix(0.38, 1.0, smoothstep(0.02, 0.45, facing));
        c = inside * (0.72 + 0.28 * open) * (0.80 + 0.20 * lit);
    }
    c = mix(c, m.base * min(mirror, vec3(2.2)) * (0.35 + 0.65 * open), m.metal);
    float fresnel = (0.075 + 0.55 * pow(1.0 - facing, 5.0)) * m.coat * (1.0 - m.metal);
    c = c * (1.0 - fresnel) + mirror * fresnel * (0.3 + 0.7 * open);
    return c + m.glow;
}
vec3 to_screen(vec3 c) {  // straight below 0.8, a soft shoulder above it: brand colours stay what they are
    vec3 over = max(c - 0.8, 0.0);
    c = min(c, 0.8) + 0.2 * over / (0.2 + over);
    return pow(max(c, 0.0), vec3(1.0 / 2.2));
}
void main() {
    vec2 at = mix(u_window.xy, u_window.zw, v_at);
    vec3 from = u_eye, ray = normalize(u_forward + at.x * u_right + at.y * u_up);
    vec3 a = (u_low - from) / ray, b = (u_high - from) / ray;
    vec3 near3 = min(a, b), far3 = max(a, b);
    float t = max(max(near3.x, near3.y), max(near3.z, 0.0)), far = min(far3.x, min(far3.y, far3.z));
    o_colour = vec4(0.0);
    if (far <= t) return;
    float path = 0.0, weight = 1.0, alpha = 0.0;
    vec3 sum = vec3(0.0);
    for (int bounce = u_zero; bounce < u_bounces; bounce++) {
        float id = -1.0;
        for (int i = u_zero; i < u_steps; i++) {
            vec2 h = map(from + ray * t);
            if (h.x < 0.0010) { id = h.y; break; }
            t += h.x * MARCH;
            if (t > far) break;
        }
        if (id < -0.5) break;
        alpha = 1.0;
        path += t;
        vec3 p = from + ray * t, n = normal_at(p, max(NORMAL_STEP, 0.7 * u_pixel * path));
        float squint = clamp(-dot(n, ray), 0.25, 1.0);
        g_lod = max(0.0, log2(u_label_density * u_pixel * path / sqrt(squint)) - 0.15);
        int k = id > 9.5 ? 1 : 0;
        vec3 q = u_turn[k] * (p - u_place[k]);
        Paint m;
        if (id < 0.5) m = satin(u_surface);
        else m = paint(id - 10.0 * float(k), q, u_turn[k] * n);
        vec3 c = shade(p, n, -ray, m, q.y);
        if (bounce == 0) sum = c;
        else sum = mix(sum, c, weight * exp(-2.2 * t));
        if (id > 0.5 || n.y < 0.9) break;
        weight = 0.16 + 0.5 * pow(1.0 + dot(n, ray), 3.0);
        from = p + n * 0.004;
        ray = reflect(ray, n);
        t = 0.0;
        far3 = max((u_low - from) / ray, (u_high - from) / ray);
        far = min(1.5, min(far3.x, min(far3.y, far3.z)));
    }
    o_colour = vec4(to_screen(sum) * alpha, alpha);
}
