#version 330
// Light and shade that fall on the backdrop: slanted window panes, leaves, or a plain glow. Straight alpha.
in vec2 v_at;
out vec4 o_colour;
uniform vec2 u_size;
uniform int u_kind;             // 0 window, 1 leaves, 2 glow, 3 blinds
uniform vec3 u_colour;          // sRGB
uniform float u_strength, u_seed, u_slant;

float hash(float x) { return fract(sin(x * 91.345) * 47453.5453); }
float band(float x, float a, float b, float s) { return smoothstep(a - s, a + s, x) - smoothstep(b - s, b + s, x); }

float window_light(vec2 p) {
    float x = p.x + (p.y - 0.5) * u_slant, s = 0.025 + 0.03 * p.y;
    float pane = band(x, 0.02, 0.30, s) + band(x, 0.36, 0.62, s) + 0.8 * band(x, 0.80, 1.02, s * 1.3);
    float cross_bar = 1.0 - 0.85 * band(p.y + p.x * 0.25, 0.42, 0.455, 0.02);
    return pane * cross_bar * (1.0 - smoothstep(0.62, 0.95, p.y)) * smoothstep(-0.2, 0.25, p.y);
}
float blinds(vec2 p) {
    float y = p.y * 1.0 + p.x * 0.42;
    float stripe = smoothstep(0.28, 0.5, abs(fract(y * 9.0) - 0.5) * 2.0 - 0.05);
    float frame = band(p.x + p.y * u_slant * 0.5, 0.12, 0.95, 0.10);
    return stripe * frame * (1.0 - smoothstep(0.62, 0.92, p.y));
}
float leaf(vec2 p, float len, float wid, float soft) {
    float t = clamp(p.x / len, 0.0, 1.0), w = wid * sin(3.14159 * pow(t, 0.8));
    return smoothstep(soft, -soft, abs(p.y) - w) * smoothstep(-soft, soft, p.x) * smoothstep(len + soft, len - soft, p.x);
}
float leaves(vec2 p) {
    vec2 q = p * vec2(u_size.x / u_size.y, 1.0);
    float shade = 0.0;
    for (int k = 0; k < 3; k++) {
        float s = u_seed + float(k) * 7.0;
        vec2 root = vec2(-0.10 + 0.34 * float(k) * u_size.x / u_size.y, -0.08 + 0.14 * hash(s));
        float a = 0.75 + 0.30 * (hash(s + 1.0) - 0.5);
        vec2 axis = vec2(cos(a), sin(a));
        for (int i = 0; i < 9; i++) {
            float along = 0.06 + 0.088 * float(i), side = (i % 2 == 0) ? 1.0 : -1.0;
            float turn = a + side * (0.85 - 0.035 * float(i));
            vec2 d = q - root - axis * along;
            vec2 r = vec2(dot(d, vec2(cos(turn), sin(turn))), dot(d, vec2(-sin(turn), cos(turn))));
            shade = max(shade, leaf(r, 0.25 - 0.014 * float(i), 0.034, 0.014 + 0.010 * float(k)));
        }
        vec2 d = q - root;
        vec2 r = vec2(dot(d, axis), dot(d, vec2(-axis.y, axis.x)));
        shade = max(shade, smoothstep(0.012, 0.002, abs(r.y)) * smoothstep(0.88, 0.80, r.x) * step(0.0, r.x));
    }
    return shade * (1.0 - smoothstep(0.55, 0.95, p.y));
}
void main() {
    float a = 0.0;
    if (u_kind == 0) a = window_light(v_at);
    else if (u_kind == 1) a = leaves(v_at);
    else if (u_kind == 3) a = blinds(v_at);
    else { vec2 d = (v_at - 0.5) * 2.0; a = pow(max(0.0, 1.0 - dot(d, d)), 2.0); }
    o_colour = vec4(u_colour, clamp(a * u_strength, 0.0, 1.0));
}
