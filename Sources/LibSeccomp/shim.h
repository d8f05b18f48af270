/* Nothing for C to see: this target carries pkg-config's flags, and ReadPage/seccomp.c includes what it needs. */
