// A sign of the trade, cut thick and polished, from a distance picture of its outline.
#define MARCH 0.80
#define NORMAL_STEP 0.008  // a cell of the distance picture: smaller steps show its facets
vec2 shape(vec3 p) {
    vec3 q = p - vec3(0.0, 0.96, 0.0);
    vec2 t = q.xy * vec2(0.5, -0.5) + 0.5;
    float rim = box2(q.xy, vec2(0.99), 0.0);
    float d2 = rim > 0.0 ? rim + 0.10 : textureLod(u_icon, t, 0.0).r;
    return vec2(slab(d2, q.z, 0.19, 0.065), 1.0);
}
Paint paint(float id, vec3 p, vec3 n) {
    vec3 q = p - vec3(0.0, 0.96, 0.0);
    vec3 c = mix(u_tint, u_tint * 0.62, smoothstep(0.3, -0.9, q.y) * 0.5);
    if (n.z < 0.5) c = mix(c, u_accent_deep, 0.55);
    Paint m = lacquer(c);
    m.blur = 0.03;
    return m;
}
