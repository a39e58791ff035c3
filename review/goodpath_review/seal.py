"""Tells whether a record is still as it was written."""

from goodpath_core.record import TOMBSTONE, Record, hash_of

TYPES: tuple[type, ...] = tuple(Record.__annotations__.values())
"""What each column of a record holds."""
_HASH_DIGITS = 64


def fault_of(record: Record, number: int, before: bytes) -> str:
    """What is wrong with the record that should be number `number` after the hash `before`; empty if nothing.

    The text goes on from "Record 17 ".
    """
    if any(type(value) is not kind for value, kind in zip(record, TYPES, strict=True)):
        return "holds something other than its columns allow"
    if record.seq != number:
        return f"bears the number {record.seq}"
    if record.erased and (record.body != TOMBSTONE or not _is_hash(record.erased)):
        return "is marked as erased, but not as erasing leaves it"
    if hash_of(record, before) != record.hash:
        return "does not match its hash: it, or the one before it, was changed after it was written"
    return ""


def _is_hash(text: str) -> bool:
    return len(text) == _HASH_DIGITS and set(text) <= set("0123456789abcdef")
