/* The lines of text that a page becomes. */
#ifndef CPAGES_LINES_H
#define CPAGES_LINES_H

#include <libxml/tree.h>

#include <stdbool.h>

/* The lines written so far. */
typedef struct lines {
    xmlBuffer *buffer;
    /* Whether the last line has no text yet. */
    bool is_empty;
    bool has_space, has_bullet;
    /* Whether two words that meet here are kept apart. */
    bool has_gap;
    /* Whether a quotation has just begun, so that no space follows. */
    bool is_opening;
    bool is_preformatted;
    bool has_title;
    /* How many quotations are open. */
    int quotes;
    /* The whole page, measured. */
    const xmlNode *page;
} lines;

void end_line(lines *out);
void write_bytes(lines *out, const char *bytes, int count);

/* Writes text with its white space folded, and what browsers show for the control characters of windows-1252. */
void write_text(lines *out, const char *text);

/* The text of the line so far; it ends with the buffer, and is empty behind a line's end. */
const char *line_so_far(const lines *out);

/* The last byte of the line; 0 if it is empty. */
char last_byte(const lines *out);

#endif
