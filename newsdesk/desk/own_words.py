"""The words that a person has added to the dictionary: a text file of theirs, one word a line."""

from pathlib import Path

from newsdesk.errors import NewsdeskError


class OwnWords:
    """Reads the file each time, so that two windows know each other's words."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def all(self) -> frozenset[str]:
        """The words; none where there is no file yet or it can't be read."""
        try:
            text = self._path.read_text("utf-8", errors="replace")
        except OSError:
            return frozenset()
        return frozenset(word for line in text.split("\n") if (word := line.strip()))

    def remove(self, word: str) -> None:
        """Take a word out again. Raises NewsdeskError where the file can't be written."""
        left = sorted(self.all() - {word}, key=str.casefold)
        beside = self._path.with_name(f"{self._path.name}.new")
        try:
            beside.write_text("".join(f"{it}\n" for it in left), "utf-8", newline="\n")
            beside.replace(self._path)
        except OSError:
            raise NewsdeskError(f"“{word}” could not be taken out of {self._path}; it counts as right.") from None

    def add(self, word: str) -> None:
        """Keep a word for good. Raises NewsdeskError where it can't be written."""
        if word in self.all():
            return
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with self._path.open("a", encoding="utf-8", newline="\n") as file:
                file.write(f"{word}\n")
        except OSError:
            raise NewsdeskError(
                f"“{word}” counts as right until Newsdesk is closed, but could not be written to {self._path}."
            ) from None
