"""Order keys: strings that leave room between any two, so that a move changes one row.

A key is a fraction written in base 62 without trailing zeros; keys sort as plain strings. Keys grow
when many land in one gap; above `LONGEST` characters the neighbours are spread anew.
"""

DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
LONGEST = 40
_BASE = len(DIGITS)
_STRIDE = 3  # at an open end keys are stepped by one in so many digits, so that a long blog keeps short keys


def between(low: str = "", high: str = "") -> str:
    """A key after `low` and before `high`; empty means the open end.

    Raises ValueError unless low < high.
    """
    if high and low >= high:
        raise ValueError(f"no room between {low!r} and {high!r}")
    if not low or not high:
        return _beyond(low, +1) if low else _beyond(high, -1) if high else DIGITS[_BASE // 2]
    key = ""
    for place in range(len(low) + len(high) + 1):
        lowest = DIGITS.index(low[place]) if place < len(low) else 0
        highest = DIGITS.index(high[place]) if place < len(high) else _BASE
        if highest - lowest > 1:
            return key + DIGITS[(lowest + highest) // 2]
        key += DIGITS[lowest]
        if highest > lowest:
            high = ""
    raise AssertionError("unreachable: the ends differ")


def spread(count: int, low: str = "", high: str = "") -> list[str]:
    """`count` keys in order between two keys, as short and as even as can be."""
    if count == 0:
        return []
    if not low and not high:
        return _evenly(count)
    middle = count // 2
    key = between(low, high)
    return [*spread(middle, low, key), key, *spread(count - middle - 1, key, high)]


def _beyond(end: str, step: int) -> str:
    width = _STRIDE
    while True:
        number = _number(end[:width].ljust(width, DIGITS[0])) + step
        if 0 < number < _BASE**width:
            return _digits(number, width)
        width += _STRIDE


def _evenly(count: int) -> list[str]:
    width, room = 1, _BASE
    while room <= count + 1:
        width, room = width + 1, room * _BASE
    step = room // (count + 1)
    return [_digits(step * (place + 1), width) for place in range(count)]


def _number(key: str) -> int:
    number = 0
    for digit in key:
        number = number * _BASE + DIGITS.index(digit)
    return number


def _digits(number: int, width: int) -> str:
    text = ""
    for _ in range(width):
        number, digit = divmod(number, _BASE)
        text = DIGITS[digit] + text
    return text.rstrip("0")
