/* Frames in from standard input, and out to standard output. Where the other side is gone, the process ends. */
#ifndef READPAGE_PIPES_H
#define READPAGE_PIPES_H

#include <stdbool.h>
#include <stddef.h>

#include "frames.h"

/* Returns true if both are pipes, which no path leads to. */
bool are_pipes(void);

/* Memory, or the end of the process with RP_NO_MEMORY. */
void *allocate(size_t count);
void *reallocate(void *memory, size_t count);
char *copy(const char *text);

rp_frame read_frame(void);
void read_bytes(void *buffer, size_t count);
void write_frame(enum rp_kind kind, const void *bytes, size_t count);
void write_string(enum rp_kind kind, const char *text);

#endif
