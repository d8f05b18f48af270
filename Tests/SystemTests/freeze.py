"""Stops one thread of another process, as a debugger would, until that thread ends or this program does."""

import ctypes
import os
import sys

SEIZE, INTERRUPT, ALL_KINDS = 0x4206, 0x4207, 0x40000000
LIBC = ctypes.CDLL(None, use_errno=True)
LIBC.ptrace.argtypes = [ctypes.c_long, ctypes.c_long, ctypes.c_void_p, ctypes.c_void_p]

thread = int(sys.argv[1])
for request in (SEIZE, INTERRUPT):
    if LIBC.ptrace(request, thread, None, None) != 0:
        sys.exit(f"ptrace: {os.strerror(ctypes.get_errno())}")
os.waitpid(thread, ALL_KINDS)
print("frozen", flush=True)
# The kernel reports its end to us first; nobody else learns that the process is gone before we wait for it.
os.waitpid(thread, ALL_KINDS)
