"""Tell the addresses of this machine's own network interfaces, of those that are connected."""

import socket
import struct
import sys

if sys.platform == "win32":

    def interface_addresses() -> list[str]:
        """IPv4 addresses, also that of the machine for itself; none where the system does not say."""
        try:
            found = socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET, socket.SOCK_DGRAM)
        except OSError:
            return []
        return [str(address[0]) for *_, address in found]

else:
    import fcntl
    from collections.abc import Callable

    # The host name is not asked for: where a name server is configured and not there, the answer takes long.
    _ADDRESS_OF, _FLAGS_OF = (0x8915, 0x8913) if sys.platform == "linux" else (0xC0206921, 0xC0206911)
    """SIOCGIFADDR and SIOCGIFFLAGS, which Python does not name."""
    _CONNECTED = 0x1 | 0x40
    """IFF_UP and IFF_RUNNING."""
    _NAME_BYTES = 16
    _ASKED = struct.Struct("16s24x")
    """A name, and room for the answer."""

    def interface_addresses(listed: Callable[[], list[tuple[int, str]]] = socket.if_nameindex) -> list[str]:
        """IPv4 addresses, also that of the machine for itself; none where the system does not say.

        `listed` gives number and name of every interface; some systems refuse that to a program.
        """
        try:
            names = [name for _, name in listed()]
            with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
                return [found for name in names if (found := _address(probe, name))]
        except OSError:
            return []

    def _address(probe: socket.socket, name: str) -> str:
        """The first address of an interface; empty where it has none, or is connected to nothing."""
        asked = _ASKED.pack(name.encode())
        try:
            (flags,) = struct.unpack_from("H", fcntl.ioctl(probe, _FLAGS_OF, asked), _NAME_BYTES)
            if flags & _CONNECTED != _CONNECTED:
                return ""
            answer = fcntl.ioctl(probe, _ADDRESS_OF, asked)
        except OSError:
            return ""
        # After the name stand family and port, of two bytes each.
        return socket.inet_ntoa(answer[_NAME_BYTES + 4 : _NAME_BYTES + 8])
