import uuid
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from newsdesk.desk.listing import Listing
from newsdesk.domain.arranging import Key


def key(order: str, time: str = "2022-01-06T05:41Z GMT") -> Key:
    return Key(order, f"id-{order}", time)


ORDERS = st.sets(st.text("0123456789abc", min_size=1, max_size=4), max_size=400)


@given(ORDERS, ORDERS, st.randoms(use_true_random=False))
def test_a_listing_is_a_sorted_list_whatever_is_put_in_and_taken_out(
    start: set[str], added: set[str], random: Random
) -> None:
    kept = sorted(map(key, start))
    listing = Listing(kept)

    for order in added - start:
        row = listing.insert(key(order))
        kept.insert(row, key(order))
    for _ in range(random.randrange(len(kept) + 1)):
        row = random.randrange(len(kept))
        listing.remove(row)
        del kept[row]
    for order in random.sample(sorted(start - added), len(start - added) if kept else 0):
        row = random.randrange(len(kept))
        listing.exchange(row, key(order, "later"))
        kept[row] = key(order, "later")
        kept.sort()

    assert list(listing) == kept == sorted(kept)
    assert [listing[row] for row in range(len(listing))] == kept
    first, last = sorted(random.randrange(len(kept) + 1) for _ in range(2))
    assert listing.stretch(first, last) == kept[first:last]


@given(ORDERS, st.randoms(use_true_random=False))
def test_the_ids_of_rising_rows_are_those_of_their_keys(orders: set[str], random: Random) -> None:
    listing = Listing(sorted(map(key, orders)))
    rows = sorted(random.sample(range(len(listing)), random.randrange(len(listing) + 1)))

    assert listing.ids(rows) == [listing[row].id for row in rows]
    assert listing.ids(range(len(listing))) == [each.id for each in listing]
    assert listing.rows_of(frozenset(listing.ids(rows)) | {"nobody"}) == rows


def test_listings_of_the_same_keys_are_equal_however_they_came_about() -> None:
    keys = [key(f"{n:03}") for n in range(300)]
    grown = Listing(keys[:250])
    for each in keys[250:]:
        grown.insert(each)

    assert grown == Listing(keys)
    assert grown != Listing(keys[1:])
    assert Listing(keys[:2]) != Listing([keys[0], key("zzz")])


@given(ORDERS)
def test_every_key_is_found_at_its_row_and_no_other(orders: set[str]) -> None:
    kept = sorted(map(key, orders))
    listing = Listing(kept)

    assert [listing.row_of(each[:2]) for each in kept] == list(range(len(kept)))
    assert listing.row_of(("0000", "nobody")) is None
    assert listing.row_for(("zzz", "")) == len(kept)


def test_a_hundred_thousand_keys_take_little_memory() -> None:
    listing = Listing(Key(f"{n:05}", str(uuid.uuid4()), "2022-01-06T05:41Z GMT") for n in range(20_000))

    assert sum(map(len, listing._packed)) < 20_000 * 42
