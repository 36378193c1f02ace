#version 330
// One triangle over the whole target; v_at is 0..1 with its origin at the top left of the picture that is read back.
in vec2 in_corner;
out vec2 v_at;
void main() {
    v_at = in_corner * 0.5 + 0.5;
    gl_Position = vec4(in_corner, 0.0, 1.0);
}
