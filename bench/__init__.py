"""The benchmark of DESIGN.md section 10: goodpath beside a C relay and `websockets.broadcast()`, in one run."""
