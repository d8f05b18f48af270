/* Takes from the process all that reading pages doesn't need. */
#ifndef READPAGE_LOCK_H
#define READPAGE_LOCK_H

#include <stdbool.h>

/* Limits the process's memory, time and files. Returns NULL, or what can't be limited. */
const char *limit(void);

/* Gives up all calls of the system but those that take memory, read standard input and write standard output.
 *
 * Returns NULL once attempts at others have failed as they should; else why not. `locks` becomes what holds. */
const char *lock(const char **locks);

#endif
