/* The lines of text that a page becomes. */
#include "lines.h"

#include <ctype.h>
#include <string.h>

/* What browsers show for U+0080 to U+009F: windows-1252, which pages mean that say ISO-8859-1 or nothing. */
static const char *const windows_1252[32] = {
    "€", "",  "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š", "‹", "Œ", "",  "Ž", "",
    "",  "‘", "’", "“", "”", "•", "–", "—", "˜", "™", "š", "›", "œ", "",  "ž", "Ÿ"};

void end_line(lines *out) {
    if (!out->is_empty) xmlBufferWriteChar(out->buffer, "\n");
    out->is_empty = true;
    out->has_space = out->has_gap = false;
}

char last_byte(const lines *out) {
    int count = xmlBufferLength(out->buffer);
    return out->is_empty || count == 0 ? 0 : (char)xmlBufferContent(out->buffer)[count - 1];
}

const char *line_so_far(const lines *out) {
    const char *text = (const char *)xmlBufferContent(out->buffer);
    int start = xmlBufferLength(out->buffer);
    if (out->is_empty) return "";
    while (start > 0 && text[start - 1] != '\n') start--;
    return text + start;
}

void write_bytes(lines *out, const char *bytes, int count) {
    bool meets = out->has_gap && isalnum((unsigned char)last_byte(out)) && isalnum((unsigned char)*bytes);
    if (out->has_bullet) xmlBufferWriteChar(out->buffer, "- ");
    if (((out->has_space && !out->is_opening) || meets) && !out->is_empty) xmlBufferWriteChar(out->buffer, " ");
    out->has_bullet = out->has_space = out->has_gap = out->is_opening = out->is_empty = false;
    xmlBufferAdd(out->buffer, BAD_CAST bytes, count);
}

/* How many bytes of white space `text` begins with; a non-breaking space is one. */
static int space_at(const char *text) {
    if (*text && strchr(" \t\r\n\f", *text)) return 1;
    return !strncmp(text, "\xC2\xA0", 2) ? 2 : 0;
}

/* What a browser shows for the character that `text` begins with, where that is another. */
static const char *meant_at(const char *text) {
    bool is_control = text[0] == '\xC2' && (unsigned char)text[1] >= 0x80 && (unsigned char)text[1] < 0xA0;
    return is_control ? windows_1252[(unsigned char)text[1] - 0x80] : NULL;
}

static int word_at(const char *text) {
    const char *end = text;
    while (*end && !space_at(end) && !meant_at(end)) end++;
    return (int)(end - text);
}

void write_text(lines *out, const char *text) {
    while (*text) {
        int space = space_at(text);
        const char *meant = meant_at(text);
        if (space && out->is_preformatted && *text == '\n') end_line(out);
        else if (space) out->has_space = true;
        else if (meant && *meant) write_bytes(out, meant, (int)strlen(meant));
        else if (!meant) write_bytes(out, text, word_at(text));
        text += space ? space : meant ? 2 : word_at(text);
    }
}
