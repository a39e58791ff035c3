"""What server, client and review share: scenario, rules of play, wire, text; it neither waits nor looks."""
