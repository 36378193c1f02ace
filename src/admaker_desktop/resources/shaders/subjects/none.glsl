// Nothing but the stand: what a photo stands on.
#define MARCH 1.0
vec2 shape(vec3 p) { return vec2(1e3, 1.0); }
Paint paint(float id, vec3 p, vec3 n) { return matte(u_surface); }
