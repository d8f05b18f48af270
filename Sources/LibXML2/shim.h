/* Nothing for C to see: this target carries pkg-config's flags, and CPages/html.c includes what it needs. */
