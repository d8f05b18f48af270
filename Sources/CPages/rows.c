/* What the rows of tables and of lists of terms have in common. */
#include "rows.h"

#include <stdlib.h>
#include <string.h>

char *joined(const char *before, const char *between, const char *text) {
    char *both = malloc(strlen(before) + strlen(between) + strlen(text) + 1);
    return both ? strcat(strcat(strcpy(both, before), between), text) : NULL;
}

bool is_filled(const char *text) {
    return text && *text && strcmp(text, "-") && strcmp(text, "–") && strcmp(text, "—");
}

bool is_sentence(const char *text) { return text[strlen(text) - 1] == '.'; }

/* Writes `heading value` behind what the row has so far. */
void write_value(lines *out, const char *heading, const char *text, bool is_first) {
    const char *line = line_so_far(out);
    bool ends = *line && strchr(".:;!?", last_byte(out));
    if (*line) write_text(out, is_first && !ends ? ": " : ends ? " " : ", ");
    if (heading) {
        write_text(out, heading);
        write_text(out, is_sentence(text) ? ": " : " ");
    }
    write_text(out, text);
}
