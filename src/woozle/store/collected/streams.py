"""The bytes of a file, packed or not, by lines and stretches of bounded length; damage and bombs are told, not felt."""

import os
import zlib
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import BinaryIO

from woozle.toolbox.parquet import unpacked_zstd

#: Bytes that are read from the disk at once, and at most unpacked at once.
BLOCK = 2**16
PIECE = 2**20
#: Bytes that are unpacked at once where damage is looked for.
SMALL = 16
#: Text packs to a tenth, copies of one text to a hundredth. Where so many unpacked bytes hold no record that can be
#: read, and pack to less than a two-hundredth, they are no text but a bomb.
BOMB_FROM, BOMB = 2**26, 200
GZIP = b"\x1f\x8b\x08"
ZSTD = b"\x28\xb5\x2f\xfd"


class Damaged(Exception):
    """The bytes cannot be unpacked from here on."""


class Bomb(Exception):
    """The file unpacks to so much that it can hold no text."""


class Stream:
    """One file, read forward. Where it is packed with gzip, what one member holds ends with it."""

    def __init__(self, path: str, *, is_checked: bool = False, start: int = 0) -> None:
        """Open a file.

        Args:
            path: the file.
            start: an `offset` to begin at.
            is_checked: what a gzip member gave last is kept back where its sum is wrong: nobody knows which byte is.

        Raises:
            OSError: it cannot be read.
        """
        self._raw: BinaryIO = Path(path).open("rb")  # noqa: SIM115 - closed by __exit__
        self._size = max(1, os.fstat(self._raw.fileno()).st_size)
        head = self._raw.read(4)
        self._raw.seek(start)
        self._is_gzip = head.startswith(GZIP)
        self._unpack: Callable[[int], bytes] | None = unpacked_zstd(self._raw) if head == ZSTD else None
        self._member: zlib._Decompress | None = None
        self._begun = 0
        self._packed = b""
        self._held = bytearray()
        self._n_out = self._marked = 0
        # Unpacked bytes so far, and at which of them what is packed by itself begins, and where in the file that is.
        self._n_made, self._starts = start, dict[int, int]()
        self._broken, self._is_checked = "", is_checked
        self.is_cut = False

    def __enter__(self) -> "Stream":
        """Itself; it is closed at the end."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the file."""
        self._raw.close()

    @property
    def read_hundredths(self) -> int:
        """How much of the file is read."""
        return min(100, 100 * self._raw.tell() // self._size)

    @property
    def is_packed(self) -> bool:
        """Whether its bytes are not those that are read."""
        return self._is_gzip or self._unpack is not None

    @property
    def position(self) -> int:
        """How many bytes were taken, unpacked."""
        return self._n_made - len(self._held)

    def offset(self, position: int) -> int | None:
        """Where in the file a line begins that was just read, so that reading can start there; None where it cannot.

        It can in a file that is not packed, and where a gzip member begins with the line.
        """
        if self._unpack:
            return None
        return self._starts.get(position) if self._is_gzip else position

    def mark(self) -> None:
        """A record was read up to here: what comes next may unpack to as much as that did."""
        self._n_out, self._marked = 0, self._raw.tell()

    def readline(self, most: int) -> bytes:
        """The next line with its end, or as much of it as `most`; nothing at the end of the file.

        Raises:
            Damaged, Bomb: see there.
            OSError: the disk fails.
        """
        looked = 0
        while True:
            end = self._held.find(b"\n", looked, most)
            if end >= 0 or len(self._held) >= most:
                return self._take(min(most, end + 1 if end >= 0 else most))
            looked = len(self._held)
            if not self._fill():
                return self._take(most)

    def read(self, size: int, *, until: bytes | None = None) -> bytes:
        """So many bytes; fewer at the end of the file, or before a member that begins with `until`.

        Raises:
            Damaged, Bomb: see there.
            OSError: the disk fails.
        """
        while len(self._held) < size:
            n_before, is_new = len(self._held), self._member is None
            if not self._fill():
                break
            if until and is_new and self._is_gzip and self._held.startswith(until, n_before):
                return self._take(n_before)
        return self._take(size)

    def skip(self, size: int, *, until: bytes | None = None) -> int:
        """Leave out so many bytes; returns how many there were."""
        left = size
        while left > 0:
            n = len(self.read(min(left, PIECE), until=until))
            left -= n
            if n == 0:
                break
        return size - left

    def skip_line(self) -> int:
        """Leave out what is left of a line; returns how much that was."""
        n = 0
        while piece := self.readline(PIECE):
            n += len(piece)
            if piece.endswith(b"\n"):
                break
        return n

    def next_member(self) -> bool:
        """After damage: go to where the next member of a gzip file seems to begin; False where there is none."""
        if not self._is_gzip:
            return False
        at = self._begun + 1
        self._held.clear()
        while True:
            self._raw.seek(at)
            block = self._raw.read(PIECE)
            found = block.find(GZIP)
            if found >= 0:
                self._raw.seek(at + found)
                self._packed, self._member, self._begun, self._broken = b"", None, at + found, ""
                return True
            if len(block) < PIECE:
                return False
            at += len(block) - len(GZIP) + 1

    def _take(self, size: int) -> bytes:
        taken = bytes(self._held[:size])
        del self._held[:size]
        return taken

    def _fill(self) -> bool:
        """Put some more bytes into what is held; False at the end of the file."""
        if self._unpack:
            piece = self._unzstd(self._unpack)
        else:
            piece = self._inflated() if self._is_gzip else self._raw.read(PIECE)
        self._n_out += len(piece)
        if self.is_packed and self._n_out > max(BOMB_FROM, BOMB * (self._raw.tell() - self._marked)):
            raise Bomb
        self._held += piece
        self._n_made += len(piece)
        return bool(piece)

    def _unzstd(self, unpack: Callable[[int], bytes]) -> bytes:
        try:
            return unpack(PIECE)
        except OSError as error:
            raise Damaged(str(error)) from error

    def _inflated(self) -> bytes:
        piece = b""
        while not piece:
            self._packed = self._packed or self._raw.read(BLOCK)
            is_end = not self._packed
            if self._member is None:
                self._packed = self._packed.lstrip(b"\0")  # some writers fill up with zeros
                if is_end:
                    break
                if not self._packed:
                    continue
                self._begun = self._raw.tell() - len(self._packed)
                taken = self.position
                self._starts = {at: begun for at, begun in self._starts.items() if at >= taken}
                self._starts[self._n_made] = self._begun
                self._member = zlib.decompressobj(31)
            piece = self._from_member(self._member)
            if is_end and not piece:
                # A member that the end of the file cuts gives what it holds, and then this.
                self.is_cut = self._member is not None
                break
        return piece

    def _from_member(self, member: "zlib._Decompress") -> bytes:
        if self._broken:
            said, self._broken = self._broken, ""
            raise Damaged(said)
        before = member.copy()
        try:
            piece = member.decompress(self._packed, PIECE)
        except zlib.error as error:
            # What stands before the damage is whole, and is given first.
            self._broken = str(error)
            is_kept_back = self._is_checked and "incorrect" in self._broken
            return (not is_kept_back and _up_to_damage(before, self._packed)) or self._from_member(member)
        self._packed = member.unused_data if member.eof else member.unconsumed_tail
        self._member = None if member.eof else member
        return piece


def _up_to_damage(member: "zlib._Decompress", packed: bytes) -> bytes:
    """What some packed bytes give before the place where they are damaged."""
    out = bytearray()
    try:
        for at in range(0, len(packed), SMALL):
            out += member.decompress(packed[at : at + SMALL], PIECE)
    except zlib.error:
        return bytes(out)
    return bytes(out)
