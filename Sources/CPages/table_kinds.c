/* What kind of table a table is. */
#include "table_kinds.h"

#include <string.h>

#include "measures.h"
#include "nodes.h"

/* The paragraphs of a cell that is none of figures. */
enum { MANY_PARAGRAPHS = 3 };

static const char *const parts[] = {"thead", "tbody", "tfoot", NULL};
static const char *const parts_of_page[] = {"table", "h1", "h2", "h3", "h4", "h5", "h6", "main", "article", NULL};

bool is_cell(const xmlNode *node) { return is_named(node, "td") || is_named(node, "th"); }

static xmlNode *next_cell(xmlNode *node) {
    while (node && !is_cell(node)) node = node->next;
    return node;
}

int cells_in(const xmlNode *row) {
    int count = 0;
    for (const xmlNode *node = row->children; node; node = node->next) count += is_cell(node);
    return count;
}

xmlNode *next_row(xmlNode *table, xmlNode *row) {
    xmlNode *node = row ? following(table, row, false) : table->children;
    while (node && !is_named(node, "tr")) {
        bool goes_in = node->type == XML_ELEMENT_NODE && node->parent == table && is_in(node->name, parts);
        node = following(table, node, goes_in);
    }
    return node;
}

static bool is_part_of_page(xmlNode *node) {
    return node->type == XML_ELEMENT_NODE && is_in(node->name, parts_of_page);
}

static bool holds_page(xmlNode *cell) {
    int paragraphs = 0;
    for (xmlNode *node = cell->children; node; node = node->next) {
        paragraphs += is_named(node, "p");
        if (find(node, is_part_of_page)) return true;
    }
    return paragraphs >= MANY_PARAGRAPHS;
}

bool is_layout(xmlNode *table) {
    if (attribute_is(table, "role", "presentation") || attribute_is(table, "role", "none")) return true;
    int widest = 0;
    for (xmlNode *row = next_row(table, NULL); row; row = next_row(table, row)) {
        int cells = cells_in(row);
        if (cells > widest) widest = cells;
        for (xmlNode *cell = next_cell(row->children); cell; cell = next_cell(cell->next))
            if (holds_page(cell)) return true;
    }
    return widest < 2;
}

/* --- rows of headings --- */

static bool has_digit(xmlNode *node) {
    for (xmlNode *at = node; at; at = following(node, at, true))
        if (at->type == XML_TEXT_NODE && at->content && strpbrk((char *)at->content, "0123456789")) return true;
    return false;
}

static bool is_bold(const xmlNode *cell) {
    for (const xmlNode *node = cell->children; node; node = node->next)
        if ((is_named(node, "strong") || is_named(node, "b")) && measure_of(node).text == measure_of(cell).text) return true;
    return false;
}

/* The cells of a row, without the first, that hold a figure. */
static int figures_in(xmlNode *row) {
    int count = 0;
    xmlNode *first = next_cell(row->children);
    for (xmlNode *cell = first ? next_cell(first->next) : NULL; cell; cell = next_cell(cell->next)) count += has_digit(cell);
    return count;
}

/* Whether the first row of a table without `th` holds headings: all bold, or three and more cells that have no figures
 * and stand above some. */
static bool is_headed(xmlNode *table, xmlNode *row) {
    xmlNode *below = next_row(table, row);
    if (row != next_row(table, NULL) || !below) return false;
    bool all_bold = true;
    for (xmlNode *cell = next_cell(row->children); cell; cell = next_cell(cell->next))
        if (measure_of(cell).text) all_bold = all_bold && is_bold(cell);
    return all_bold || (cells_in(row) > 2 && figures_in(row) == 0 && figures_in(below) > 1);
}

bool is_row_of_headings(xmlNode *table, xmlNode *row) {
    if (is_named(row->parent, "thead")) return true;
    int headings = 0, cells = cells_in(row);
    for (xmlNode *node = row->children; node; node = node->next) headings += is_named(node, "th");
    xmlNode *corner = next_cell(row->children);
    if (cells < 2) return false;
    if (headings == cells) return true;
    /* The corner above the names of the rows is often an empty `td`. */
    if (headings == cells - 1 && is_named(corner, "td") && measure_of(corner).text == 0) return true;
    return headings == 0 && is_headed(table, row);
}
