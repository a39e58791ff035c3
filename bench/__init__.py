"""The benchmark: goodpath beside a C relay and `websockets.broadcast()`, in one run."""
