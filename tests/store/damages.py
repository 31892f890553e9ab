"""Twelve ways in which disks, cables, sync programs and people damage a file."""

from collections.abc import Callable
from random import Random

PAGE = 4_096
Damage = Callable[[bytes, Random], bytes]


def _replaced(data: bytes, start: int, piece: bytes) -> bytes:
    return data[:start] + piece + data[start + len(piece) :]


def flipped_bit(data: bytes, random: Random) -> bytes:
    place = random.randrange(len(data))
    return _replaced(data, place, bytes([data[place] ^ 1 << random.randrange(8)]))


def changed_bytes(data: bytes, random: Random) -> bytes:
    for _ in range(20):
        data = _replaced(data, random.randrange(len(data)), random.randbytes(1))
    return data


def zeroed_sector(data: bytes, random: Random) -> bytes:
    return _replaced(data, random.randrange(len(data) // 512) * 512, bytes(512))


def sector_of_noise(data: bytes, random: Random) -> bytes:
    return _replaced(data, random.randrange(len(data) // 512) * 512, random.randbytes(512))


def _page(data: bytes, random: Random) -> int:
    return random.randrange(len(data) // PAGE) * PAGE


def zeroed_pages(data: bytes, random: Random) -> bytes:
    start = _page(data, random)
    return _replaced(data, start, bytes(min(PAGE * random.randrange(1, 5), len(data) - start)))


def swapped_pages(data: bytes, random: Random) -> bytes:
    one, other = _page(data, random), _page(data, random)
    return _replaced(_replaced(data, one, data[other : other + PAGE]), other, data[one : one + PAGE])


def doubled_page(data: bytes, random: Random) -> bytes:
    start = _page(data, random)
    return _replaced(data, _page(data, random), data[start : start + PAGE])


def cut_short(data: bytes, random: Random) -> bytes:
    return data[: random.randrange(len(data) // 4, len(data))]


def cut_out(data: bytes, random: Random) -> bytes:
    start = random.randrange(len(data))
    return data[:start] + data[start + random.choice([1, 100, PAGE, 10_000]) :]


def put_in(data: bytes, random: Random) -> bytes:
    start = random.randrange(len(data))
    return data[:start] + random.randbytes(random.choice([1, 100, PAGE, 10_000])) + data[start:]


def zeroed_header(data: bytes, random: Random) -> bytes:
    return _replaced(data, 0, bytes(random.choice([16, 100, PAGE, 3 * PAGE])))


def overwritten_by_another_file(data: bytes, random: Random) -> bytes:
    start = _page(data, random)
    return _replaced(data, start, (b"Somebody else's letter. " * 3_000)[: min(60_000, len(data) - start)])


DAMAGES: dict[str, Damage] = {
    damage.__name__: damage
    for damage in (
        flipped_bit, changed_bytes, zeroed_sector, sector_of_noise, zeroed_pages, swapped_pages,
        doubled_page, cut_short, cut_out, put_in, zeroed_header, overwritten_by_another_file,
    )
}  # fmt: skip
