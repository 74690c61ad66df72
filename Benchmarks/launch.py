"""Starts a program and tells what it used: the last line of its standard error is `SECONDS CPU-SECONDS KILOBYTES`.

A process of its own does this, a small one: the peak memory that the system counts for a program begins with that of
whoever started it.
"""

import os
import sys
import time

start = time.monotonic()
process = os.posix_spawnp(sys.argv[1], sys.argv[1:], os.environ)
_, status, usage = os.wait4(process, 0)
seconds = time.monotonic() - start
print(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss, file=sys.stderr, flush=True)
sys.exit(os.waitstatus_to_exitcode(status))
