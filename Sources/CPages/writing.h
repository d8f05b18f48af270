/* Writes the elements of a page as lines of text. */
#ifndef CPAGES_WRITING_H
#define CPAGES_WRITING_H

#include <libxml/tree.h>

#include <stdbool.h>

#include "lines.h"

/* Deeper elements are read as part of their parents; libxml2 itself ends a page at 256. */
enum { DEEPEST = 300 };

void write_node(lines *out, xmlNode *node, int depth);
void write_children(lines *out, xmlNode *node, int depth);

/* The text of a node's children in one line, without bullets; its blocks are parted by "; " or, behind a sign, by a
 * space. The caller frees it with free. */
char *text_of(lines *out, xmlNode *node, int depth);

/* Whether an element begins and ends a line. */
bool is_block(const xmlNode *node);

/* Writes a table, or a list of terms, as one item of a list for each row: `- Satisfied: Mareham 32.1%, England 36.8%`. */
void write_table(lines *out, xmlNode *table, int depth);
void write_terms(lines *out, xmlNode *list, int depth);

#endif
