"""What a soak found: its figures in one sentence, and every promise that was broken."""

from dataclasses import dataclass, field


@dataclass
class Findings:
    """What a soak found; it is passed if there are no faults."""

    said: str = ""
    """What was done and measured."""
    faults: list[str] = field(default_factory=list)

    def expect(self, true: object, fault: str) -> None:
        """Note a fault unless something is true."""
        if not true:
            self.faults.append(fault)

    def __str__(self) -> str:
        more = f" and {len(self.faults) - 5} more" if len(self.faults) > 5 else ""
        return f"{self.said}: {'; '.join(self.faults[:5]) + more if self.faults else 'no fault'}"
