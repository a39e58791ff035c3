"""Make the tables of the papers anew: `PYTHONPATH=tests python -m docs.write` in the project's folder."""

import asyncio
import re

from docs.exchange import ASKED, as_page, exchange
from docs.pages import empty_cells, filled
from docs.papers import HOUSE, PAPERS
from goodpath_core.wire.codec import pack

EXCHANGE = re.compile(r"(?<=<!-- exchange -->\n).*?(?=<!-- end -->)", re.DOTALL)


def main() -> None:
    """Write every paper whose tables have changed, and say which cells people have to fill in."""
    said = as_page(asyncio.run(exchange([pack(frame) for frame in ASKED])))
    for name, tables in PAPERS.items():
        path = HOUSE / name
        old = path.read_text("utf-8")
        new = EXCHANGE.sub(lambda found: said, filled(old, tables))
        if new != old:
            path.write_text(new, "utf-8")
            print(f"{name}: written")
        for table, row in empty_cells(new):
            print(f"{name}: say something about {row} in the table {table!r}")


if __name__ == "__main__":
    main()
