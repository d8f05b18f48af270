/* What the rows of tables and of lists of terms have in common. */
#ifndef CPAGES_ROWS_H
#define CPAGES_ROWS_H

#include <stdbool.h>

#include "lines.h"

/* Three texts in one, which the caller frees; NULL without memory. */
char *joined(const char *before, const char *between, const char *text);

/* Whether a cell says something: a dash says that there is no figure. */
bool is_filled(const char *text);
bool is_sentence(const char *text);

/* Writes `heading value`, or the value alone, behind what the row has so far. */
void write_value(lines *out, const char *heading, const char *text, bool is_first);

#endif
