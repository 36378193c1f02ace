#version 330
// Backdrops: a cove with a pool of light, or a warped gradient for shots that type leads. Output is sRGB, opaque.
in vec2 v_at;
out vec4 o_colour;
uniform vec2 u_size;            // of the picture, pixels
uniform vec4 u_pool;            // centre, radius x, radius y in v_at
uniform float u_horizon, u_seed, u_vignette;
uniform vec3 u_bright, u_base, u_deep, u_floor_colour;   // sRGB
uniform vec3 u_mesh_a, u_mesh_b, u_mesh_c;
uniform float u_mesh;           // 1: the warped gradient
uniform vec4 u_calm;            // box of type in v_at: left, top, right, bottom
uniform vec4 u_calm_colour;     // sRGB and strength

float hash(vec2 p) { return fract(sin(dot(p, vec2(12.9898, 78.233))) * 43758.5453); }
float noise(vec2 p) {
    vec2 i = floor(p), f = fract(p);
    f = f * f * (3.0 - 2.0 * f);
    return mix(mix(hash(i), hash(i + vec2(1, 0)), f.x), mix(hash(i + vec2(0, 1)), hash(i + vec2(1, 1)), f.x), f.y);
}
vec3 lin(vec3 c) { return pow(c, vec3(2.2)); }

vec3 cove(vec2 p) {
    vec2 d = (p - u_pool.xy) / u_pool.zw;
    float pool = exp(-dot(d, d));
    vec3 c = mix(lin(u_base), lin(u_bright), pool);
    float below = smoothstep(u_horizon - 0.07, u_horizon + 0.10, p.y);
    vec3 ground = mix(lin(u_floor_colour), lin(u_base), 0.35 * exp(-pow((p.x - u_pool.x) * 1.8, 2.0)));
    c = mix(c, ground, below * (1.0 - 0.45 * pool));
    vec2 e = (p - vec2(0.5, 0.5)) * vec2(1.0, 0.92);
    float v = smoothstep(0.30, 0.86, length(e)) * u_vignette;
    return mix(c, lin(u_deep), v);
}
vec3 mesh(vec2 p) {
    vec2 q = p * vec2(u_size.x / u_size.y, 1.0) * 1.1 + u_seed;
    vec2 w = vec2(noise(q * 1.3 + 3.1), noise(q * 1.3 + 11.7)) - 0.5;
    vec2 w2 = vec2(noise(q * 1.7 + w * 2.4 + 5.2), noise(q * 1.7 + w * 2.4 + 19.4)) - 0.5;
    vec2 z = p + w2 * 0.62 + w * 0.25;
    float a = exp(-3.2 * dot(z - vec2(0.20, 0.12), z - vec2(0.20, 0.12)));
    float b = exp(-4.2 * dot(z - vec2(0.92, 0.62), z - vec2(0.92, 0.62)));
    float c = exp(-5.0 * dot(z - vec2(0.30, 0.92), z - vec2(0.30, 0.92)));
    vec3 m = lin(u_deep);
    m = mix(m, lin(u_mesh_a), clamp(a * 1.15, 0.0, 1.0));
    m = mix(m, lin(u_mesh_b), clamp(b, 0.0, 1.0) * 0.95);
    return mix(m, lin(u_mesh_c), clamp(c, 0.0, 1.0) * 0.75);
}
void main() {
    vec2 p = v_at;
    vec3 c = u_mesh > 0.5 ? mesh(p) : cove(p);
    vec2 soft = vec2(0.20, 0.13);
    vec2 in0 = smoothstep(u_calm.xy - soft, u_calm.xy + soft * 0.2, p);
    vec2 in1 = 1.0 - smoothstep(u_calm.zw - soft * 0.2, u_calm.zw + soft, p);
    c = mix(c, lin(u_calm_colour.rgb), in0.x * in0.y * in1.x * in1.y * u_calm_colour.a);
    c = pow(max(c, 0.0), vec3(1.0 / 2.2));
    vec2 cell = floor(p * u_size);
    c += (hash(cell + u_seed) + hash(cell * 1.7 + 3.0) - 1.0) * 0.011;
    o_colour = vec4(c, 1.0);
}
