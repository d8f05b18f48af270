/* What kind of table a table is. */
#ifndef CPAGES_TABLE_KINDS_H
#define CPAGES_TABLE_KINDS_H

#include <libxml/tree.h>

#include <stdbool.h>

bool is_cell(const xmlNode *node);

/* The number of cells of a row. */
int cells_in(const xmlNode *row);

/* The next row of a table, which may stand in a part of it; the first behind NULL. */
xmlNode *next_row(xmlNode *table, xmlNode *row);

/* Whether a table only puts things in their places: of one column, or with headings or tables in its cells. */
bool is_layout(xmlNode *table);

/* Whether a row above all others, or below such a one, holds the headings of the columns. */
bool is_row_of_headings(xmlNode *table, xmlNode *row);

#endif
