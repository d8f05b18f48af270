/* Nothing for C to see: this target carries pkg-config's flags, and CPages/archive.c includes what it needs. */
