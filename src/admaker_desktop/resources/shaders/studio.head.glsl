// The photo studio, first half: what the camera, the palette and the shapes are made of. Colours are linear light.
in vec2 v_at;
out vec4 o_colour;

uniform vec4 u_window;                      // picture plane at distance 1: left, top, right, bottom
uniform vec3 u_eye, u_right, u_up, u_forward;
uniform vec3 u_low, u_high;                 // world box that holds everything to be seen
uniform float u_pixel;                      // size of a pixel on the picture plane
uniform int u_count;                        // one or two of the object
uniform mat3 u_turn[2];                     // world to object
uniform vec3 u_place[2];                    // where its base stands
uniform vec4 u_stand;                       // kind (0 none, 1 disc, 2 slab, 3 two discs), half width, height, half depth
uniform int u_bounces, u_steps, u_zero;     // u_zero is 0: it keeps the compiler from unrolling
uniform vec3 u_wall, u_floor, u_surface, u_ink, u_accent, u_accent_deep, u_second, u_light, u_paper, u_tint;
uniform sampler2D u_label;                  // premultiplied, sRGB
uniform vec4 u_label_rect;                  // centre and half size in the object's own units
uniform float u_label_density;              // texels per unit
uniform sampler2D u_icon;                   // signed distance in units of a square of 2 x 2

const vec3 KEY = vec3(-0.50, 0.68, 0.54);   // direction of the key light, normalised

struct Paint {
    vec3 base;
    float metal;      // 0 dielectric, 1 metal
    float coat;       // strength of the mirror layer
    float blur;       // roughness of the mirror, in radians of the studio
    float glass;      // 1: filled glass, lit from inside
    float level;      // height of the liquid, in object units
    vec3 glow;        // light of its own
};

float g_lod = 0.0;

Paint matte(vec3 base) { return Paint(base, 0.0, 0.16, 0.30, 0.0, 0.0, vec3(0.0)); }
Paint lacquer(vec3 base) { return Paint(base, 0.0, 1.0, 0.02, 0.0, 0.0, vec3(0.0)); }
Paint satin(vec3 base) { return Paint(base, 0.0, 0.7, 0.12, 0.0, 0.0, vec3(0.0)); }
Paint metal(vec3 base, float blur) { return Paint(base, 1.0, 1.0, blur, 0.0, 0.0, vec3(0.0)); }
Paint glass(vec3 base, float level) { return Paint(base, 0.0, 1.0, 0.015, 1.0, level, vec3(0.0)); }

float box(vec3 p, vec3 half_size, float r) {
    vec3 q = abs(p) - half_size + r;
    return length(max(q, 0.0)) + min(max(q.x, max(q.y, q.z)), 0.0) - r;
}
float box2(vec2 p, vec2 half_size, float r) {
    vec2 q = abs(p) - half_size + r;
    return length(max(q, 0.0)) + min(max(q.x, q.y), 0.0) - r;
}
float drum(vec3 p, float radius, float half_height, float r) {  // upright cylinder with rounded edges
    vec2 d = vec2(length(p.xz) - radius, abs(p.y) - half_height) + r;
    return min(max(d.x, d.y), 0.0) + length(max(d, 0.0)) - r;
}
float slab(float d2, float z, float half_depth, float r) {  // a flat outline made thick
    vec2 d = vec2(d2, abs(z) - half_depth) + r;
    return min(max(d.x, d.y), 0.0) + length(max(d, 0.0)) - r;
}
float torus(vec3 p, float major, float minor) { return length(vec2(length(p.xy) - major, p.z)) - minor; }
float egg(vec3 p, vec3 radii) {
    float k0 = length(p / radii), k1 = length(p / (radii * radii));
    return k0 * (k0 - 1.0) / max(k1, 1e-4);
}
float cone_round(vec3 p, float r1, float r2, float h) {  // base at 0, r1 below, r2 above
    float b = (r1 - r2) / h, a = sqrt(1.0 - b * b);
    vec2 q = vec2(length(p.xz), p.y);
    float k = dot(q, vec2(-b, a));
    if (k < 0.0) return length(q) - r1;
    if (k > a * h) return length(q - vec2(0.0, h)) - r2;
    return dot(q, vec2(a, b)) - r1;
}
float capsule(vec3 p, vec3 a, vec3 b, float r) {
    vec3 pa = p - a, ba = b - a;
    return length(pa - ba * clamp(dot(pa, ba) / dot(ba, ba), 0.0, 1.0)) - r;
}
float smin(float a, float b, float k) {
    float h = max(k - abs(a - b), 0.0) / k;
    return min(a, b) - h * h * k * 0.25;
}
float smax(float a, float b, float k) { return -smin(-a, -b, k); }
vec2 nearer(vec2 a, vec2 b) { return a.x < b.x ? a : b; }
mat2 spin(float a) { float c = cos(a), s = sin(a); return mat2(c, s, -s, c); }
float hash(vec3 p) {
    p = fract(p * 0.3183099 + vec3(0.11, 0.17, 0.13)) * 17.0;
    return fract(p.x * p.y * p.z * (p.x + p.y + p.z));
}
float noise(vec3 p) {
    vec3 i = floor(p), f = fract(p);
    f = f * f * (3.0 - 2.0 * f);
    return mix(mix(mix(hash(i), hash(i + vec3(1, 0, 0)), f.x), mix(hash(i + vec3(0, 1, 0)), hash(i + vec3(1, 1, 0)), f.x), f.y),
               mix(mix(hash(i + vec3(0, 0, 1)), hash(i + vec3(1, 0, 1)), f.x),
                   mix(hash(i + vec3(0, 1, 1)), hash(i + vec3(1, 1, 1)), f.x), f.y), f.z);
}
float band(float x, float a, float b, float soft) { return smoothstep(a - soft, a + soft, x) - smoothstep(b - soft, b + soft, x); }

// What is printed at a point of the label's plane: linear colour, coverage in w. Nothing outside of the label.
vec4 print_at(vec2 at) {
    vec2 t = (at - u_label_rect.xy) / (2.0 * u_label_rect.zw) + 0.5;
    if (any(lessThan(t, vec2(0.0))) || any(greaterThan(t, vec2(1.0)))) return vec4(0.0);
    vec4 c = textureLod(u_label, vec2(t.x, 1.0 - t.y), g_lod);
    return vec4(pow(c.rgb / max(c.a, 1e-3), vec3(2.2)), c.a);
}
vec3 printed(vec3 base, vec2 at) { vec4 c = print_at(at); return mix(base, c.rgb, c.a); }
