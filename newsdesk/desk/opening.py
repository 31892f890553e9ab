"""Opening a store. The store's library is loaded here, when it is first needed, and nowhere before."""

from newsdesk.desk.desk import Desk
from newsdesk.domain.revision import Author
from newsdesk.preferences import Preferences


def open_desk(where: str, preferences: Preferences) -> Desk:
    """A desk at a store, which is made if it is new. Raises StoreError if that cannot be."""
    from newsdesk.store.store import Store

    return Desk(Store(where), Author(preferences.desk, preferences.author))
