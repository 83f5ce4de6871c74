"""Vectors and rotations in three dimensions, as tuples of floats: numpy takes longer to load than a figure to draw."""

from __future__ import annotations

from math import cos, radians, sin, sqrt

Vector = tuple[float, float, float]
Matrix = tuple[Vector, Vector, Vector]
Sphere = tuple[Vector, float]
Hull = tuple[Sphere, ...]

FORWARD: Vector = (1.0, 0.0, 0.0)
LEFT: Vector = (0.0, 1.0, 0.0)
UP: Vector = (0.0, 0.0, 1.0)
STILL: Matrix = (FORWARD, LEFT, UP)

_TINY = 1e-12


def add(a: Vector, b: Vector) -> Vector:
    """a + b."""
    return (a[0] + b[0], a[1] + b[1], a[2] + b[2])


def sub(a: Vector, b: Vector) -> Vector:
    """a - b."""
    return (a[0] - b[0], a[1] - b[1], a[2] - b[2])


def scale(a: Vector, k: float) -> Vector:
    """k times a."""
    return (a[0] * k, a[1] * k, a[2] * k)


def step(a: Vector, direction: Vector, k: float) -> Vector:
    """The point k along `direction` from a."""
    return (a[0] + direction[0] * k, a[1] + direction[1] * k, a[2] + direction[2] * k)


def dot(a: Vector, b: Vector) -> float:
    """Scalar product."""
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]


def cross(a: Vector, b: Vector) -> Vector:
    """Vector product."""
    return (a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0])


def length(a: Vector) -> float:
    """Length."""
    return sqrt(a[0] * a[0] + a[1] * a[1] + a[2] * a[2])


def unit(a: Vector) -> Vector:
    """The direction of a; nothing (0, 0, 0) where it has none."""
    size = length(a)
    return scale(a, 1 / size) if size > _TINY else (0.0, 0.0, 0.0)


def between(a: Vector, b: Vector, t: float) -> Vector:
    """The point at share t of the way from a to b."""
    return (a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t, a[2] + (b[2] - a[2]) * t)


def middle(*points: Vector) -> Vector:
    """The mean of the points."""
    count = len(points)
    return (sum(p[0] for p in points) / count, sum(p[1] for p in points) / count, sum(p[2] for p in points) / count)


def across(a: Vector, normal: Vector) -> Vector:
    """What is left of a without its share along the unit vector `normal`."""
    return step(a, normal, -dot(a, normal))


def turned(matrix: Matrix, a: Vector) -> Vector:
    """The vector a turned by a rotation."""
    (m, n, o), (p, q, r), (s, t, u) = matrix
    x, y, z = a
    return (m * x + n * y + o * z, p * x + q * y + r * z, s * x + t * y + u * z)


def product(a: Matrix, b: Matrix) -> Matrix:
    """The rotation b followed by a."""
    (j, k, m), (n, o, p), (q, r, s) = b
    rows = ((x * j + y * n + z * q, x * k + y * o + z * r, x * m + y * p + z * s) for x, y, z in a)
    first, second, third = rows
    return first, second, third


def inverse(matrix: Matrix) -> Matrix:
    """The opposite rotation."""
    return columns(*matrix)


def columns(x: Vector, y: Vector, z: Vector) -> Matrix:
    """The rotation that takes the axes forward, left and up onto x, y and z."""
    return ((x[0], y[0], z[0]), (x[1], y[1], z[1]), (x[2], y[2], z[2]))


def axis(matrix: Matrix, number: int) -> Vector:
    """Where a rotation takes the axis forward (0), left (1) or up (2)."""
    return (matrix[0][number], matrix[1][number], matrix[2][number])


def about_forward(degrees: float) -> Matrix:
    """Turn about the axis that points forward."""
    c, s = cos(radians(degrees)), sin(radians(degrees))
    return ((1.0, 0.0, 0.0), (0.0, c, -s), (0.0, s, c))


def about_left(degrees: float) -> Matrix:
    """Turn about the axis that points left; up goes forward."""
    c, s = cos(radians(degrees)), sin(radians(degrees))
    return ((c, 0.0, s), (0.0, 1.0, 0.0), (-s, 0.0, c))


def about_up(degrees: float) -> Matrix:
    """Turn about the axis that points up; forward goes left."""
    c, s = cos(radians(degrees)), sin(radians(degrees))
    return ((c, -s, 0.0), (s, c, 0.0), (0.0, 0.0, 1.0))


def facing(front: Vector, up: Vector) -> Matrix:
    """The rotation whose front points along `front` and whose head end is as near to `up` as can be."""
    x = unit(front)
    z = unit(across(up, x))
    return columns(x, cross(z, x), z)


def onto(a: Vector, b: Vector) -> Matrix:
    """The smallest rotation that takes the unit vector a onto the unit vector b."""
    c = dot(a, b)
    if c > 1 - _TINY:
        return STILL
    if c < -1 + 1e-9:
        side = cross(a, FORWARD)
        x, y, z = unit(side if length(side) > 0.1 else cross(a, LEFT))
        return (
            (2 * x * x - 1, 2 * x * y, 2 * x * z),
            (2 * y * x, 2 * y * y - 1, 2 * y * z),
            (2 * z * x, 2 * z * y, 2 * z * z - 1),
        )
    x, y, z = cross(a, b)
    k = 1 / (1 + c)
    return (
        (c + k * x * x, k * x * y - z, k * x * z + y),
        (k * x * y + z, c + k * y * y, k * y * z - x),
        (k * x * z - y, k * y * z + x, c + k * z * z),
    )
