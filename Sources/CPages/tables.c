/* Tables and lists of terms: a line for each row, made from its headings, because no cell says anything by itself. */
#include <stdlib.h>
#include <string.h>

#include "measures.h"
#include "nodes.h"
#include "rows.h"
#include "table_kinds.h"
#include "website.h"
#include "writing.h"

/* Columns that are read, rows that a cell may reach down, the bytes of a heading that stands alone in its row, and of
 * what is repeated in other rows or columns; the bytes of lines beyond which no page is read. */
enum { COLUMNS = 40, LONGEST_REACH = 1000, LONGEST_GROUP = 60, LONGEST_REPEATED = 120, MOST_BYTES = 9 << 20 };

typedef struct cell {
    char *text;
    bool is_heading;
    /* The rows that it reaches down to, its own included. */
    int reach;
} cell;

typedef struct grid {
    /* The row that is read, with what reaches down into it. */
    cell row[COLUMNS];
    /* The headings of the columns. */
    char *heads[COLUMNS];
    /* The heading of the rows below, which stood alone in its row. */
    char *group;
} grid;

/* --- reading --- */

static int number(xmlNode *node, const char *name, int most) {
    char *value = attribute(node, name);
    int count = value ? atoi(value) : 1;
    xmlFree(value);
    return count < 1 ? 1 : count > most ? most : count;
}

static void let_go(cell *cell) {
    free(cell->text);
    *cell = (struct cell){0};
}

/* Puts a cell into the columns from `column` on; returns the column behind it. */
static int put(grid *self, xmlNode *node, const char *text, int column) {
    int width = number(node, "colspan", COLUMNS), reach = number(node, "rowspan", LONGEST_REACH);
    bool is_short = strlen(text) <= LONGEST_REPEATED;
    if (!is_short) reach = 1;
    for (int at = 0; at < width && column < COLUMNS; at++, column++) {
        let_go(&self->row[column]);
        /* The text of a wide cell stands in its first column, and a heading above each. */
        bool is_shown = at == 0 || (is_short && is_named(node, "th"));
        self->row[column] = (cell){strdup(is_shown ? text : ""), is_named(node, "th"), reach};
    }
    return column;
}

/* Reads a row into its columns, beside the cells that reach down from above; returns how many columns
 * have text. */
static int read_row(grid *self, lines *out, xmlNode *row, int depth) {
    int column = 0, filled = 0;
    for (int at = 0; at < COLUMNS; at++)
        if (self->row[at].reach == 0) let_go(&self->row[at]);
    for (xmlNode *node = row->children; node && column < COLUMNS; node = node->next) {
        if (!is_cell(node) || is_dropped(node, out->page)) continue;
        while (column < COLUMNS && self->row[column].reach > 0) column++;
        char *text = text_of(out, node, depth);
        column = put(self, node, text ? text : "", column);
        free(text);
    }
    for (int at = 0; at < COLUMNS; at++) {
        filled += self->row[at].text && *self->row[at].text;
        if (self->row[at].reach > 0) self->row[at].reach--;
    }
    return filled;
}

static void take_headings(grid *self) {
    for (int at = 0; at < COLUMNS; at++) {
        const char *text = self->row[at].text;
        char *above = self->heads[at];
        if (!text || !*text || (above && !strcmp(above, text))) continue;
        if (strlen(text) + (above ? strlen(above) : 0) > LONGEST_REPEATED) continue;
        self->heads[at] = above ? joined(above, " ", text) : strdup(text);
        free(above);
    }
}

/* --- writing --- */

static void write_row(lines *out, const grid *self) {
    int column = 1, values = 0;
    while (column < COLUMNS && self->row[column].is_heading && self->row[column].text) column++;
    for (int at = column; at < COLUMNS; at++) values += is_filled(self->row[at].text);
    if (!values || xmlBufferLength(out->buffer) > MOST_BYTES) return;
    end_line(out);
    out->has_bullet = true;
    if (self->group) {
        write_text(out, self->group);
        write_text(out, " – ");
    }
    for (int at = 0; at < column; at++) {
        if (!is_filled(self->row[at].text)) continue;
        if (at > 0) write_text(out, ", ");
        write_text(out, self->row[at].text);
    }
    bool is_first = true;
    for (int at = column; at < COLUMNS; at++) {
        if (!is_filled(self->row[at].text)) continue;
        write_value(out, self->heads[at], self->row[at].text, is_first);
        is_first = false;
    }
    end_line(out);
    out->has_bullet = false;
}

/* A cell alone in its row is the heading of those below, or a note. */
static void write_lone(lines *out, grid *self, bool is_last) {
    for (int at = 0; at < COLUMNS; at++) {
        char *text = self->row[at].text;
        if (!text || !*text) continue;
        if (at > 0 && self->heads[at]) return write_row(out, self);
        if (!is_last && !is_sentence(text) && strlen(text) <= LONGEST_GROUP) {
            free(self->group);
            self->group = strdup(text);
        } else {
            end_line(out);
            write_text(out, text);
            end_line(out);
        }
        return;
    }
}

/* Writes what a table has beside its rows: its caption, and what the author has put between them by mistake. */
static void write_rest(lines *out, xmlNode *node, int depth) {
    for (xmlNode *child = node->children; child; child = child->next) {
        bool is_part = is_named(child, "thead") || is_named(child, "tbody") || is_named(child, "tfoot");
        if (is_part || (is_named(child, "tr") && cells_in(child) == 0)) write_rest(out, child, depth);
        else if (!is_named(child, "tr")) write_node(out, child, depth + 1);
    }
}

void write_table(lines *out, xmlNode *table, int depth) {
    if (is_layout(table)) return write_children(out, table, depth);
    write_rest(out, table, depth);
    grid self = {0};
    bool has_body = false;
    for (xmlNode *row = next_row(table, NULL); row; row = next_row(table, row)) {
        if (cells_in(row) == 0 || is_dropped(row, out->page)) continue;
        int filled = read_row(&self, out, row, depth);
        bool is_last = !next_row(table, row);
        if (!has_body && !is_last && is_row_of_headings(table, row)) {
            take_headings(&self);
            continue;
        }
        if (filled == 1) write_lone(out, &self, is_last);
        else write_row(out, &self);
        has_body = has_body || filled > 1;
    }
    for (int at = 0; at < COLUMNS; at++) {
        let_go(&self.row[at]);
        free(self.heads[at]);
    }
    free(self.group);
}
