/* Writes the elements of a page as lines of text, a block a line, as a browser would show them. */
#include "writing.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "measures.h"
#include "nodes.h"
#include "parts.h"
#include "website.h"

/* Elements that begin and end a line. */
static const char *const blocks[] = {
    "address", "article", "blockquote", "body", "caption", "center", "dd",    "details", "dir",   "div",
    "dl",      "dt",      "fieldset",   "figcaption", "figure", "form", "h1", "h2",   "h3",      "h4",    "h5",
    "h6",      "header",  "hgroup",     "hr",   "legend",  "li",     "main",  "menu",    "ol",    "p",
    "pre",     "section", "summary",    "table", "tbody",  "td",     "tfoot", "th",      "thead", "tr",
    "ul",      NULL};

/* Units that a superscript 2 or 3 belongs to. */
static const char *const units[] = {"m", "km", "cm", "mm", "ft", "mi", "yd", "in", NULL};

bool is_block(const xmlNode *node) { return node->type == XML_ELEMENT_NODE && is_in(node->name, blocks); }

void write_children(lines *out, xmlNode *node, int depth) {
    for (xmlNode *child = node->children; child; child = child->next) {
        if (is_label_of_website(child)) {
            /* The list below it goes with it. */
            while (child->next && is_list_of_website(child->next)) child = child->next;
            continue;
        }
        write_node(out, child, depth + 1);
    }
}

char *text_of(lines *out, xmlNode *node, int depth) {
    lines inner = {.buffer = xmlBufferCreate(), .is_empty = true, .page = out->page};
    if (!inner.buffer) return NULL;
    xmlBufferSetAllocationScheme(inner.buffer, XML_BUFFER_ALLOC_DOUBLEIT);
    write_children(&inner, node, depth);
    end_line(&inner);
    out->has_title = out->has_title || inner.has_title;
    const char *from = (const char *)xmlBufferContent(inner.buffer);
    size_t count = (size_t)xmlBufferLength(inner.buffer);
    char *text = malloc(2 * count + 1), *to = text;
    while (text && *from) {
        if (from[0] == '-' && from[1] == ' ') from += 2;
        if (to > text) {
            if (!strchr(".,;:!?", to[-1])) *to++ = ';';
            *to++ = ' ';
        }
        while (*from && *from != '\n') *to++ = *from++;
        if (*from) from++;
    }
    if (text) *to = 0;
    xmlBufferFree(inner.buffer);
    return text;
}

/* --- what stands above the line, in quotes, or was put in --- */

static bool is_all(const char *text, const char *signs) { return strspn(text, signs) == strlen(text); }

static bool ends_in_unit(const lines *out) {
    const char *text = (const char *)xmlBufferContent(out->buffer);
    int end = xmlBufferLength(out->buffer), start = end;
    while (start > 0 && end - start < 3 && isalpha((unsigned char)text[start - 1])) start--;
    if (out->is_empty || out->has_space || (start > 0 && isalpha((unsigned char)text[start - 1]))) return false;
    char word[4] = {0};
    memcpy(word, text + start, (size_t)(end - start));
    return is_in(BAD_CAST word, units);
}

/* Whether the next text begins a fraction's lower half: `1<sup>1</sup>/<sub>2</sub>`. */
static bool is_in_fraction(const xmlNode *node) {
    const xmlNode *next = node->next;
    const char *text = next && next->type == XML_TEXT_NODE ? (const char *)next->content : "";
    return *text == '/' || !strncmp(text, "\xE2\x81\x84", 3);
}

/* A number above the line is a note, unless it is a power or a fraction: it goes, lest "61" become "612". Letters
 * stay, as in "18th", but for the one letter of a note. */
static void write_superscript(lines *out, xmlNode *node, int depth) {
    char *text = text_of(out, node, depth);
    if (!text || !*text) return free(text);
    bool is_number = is_all(text, "0123456789,;-[]() "), is_mark = is_all(text, "*[]()") || (text[0] && !text[1]);
    bool is_power = (!strcmp(text, "2") || !strcmp(text, "3")) && ends_in_unit(out);
    if (is_power) write_bytes(out, *text == '2' ? "²" : "³", 2);
    else if (!text[1] && isalpha((unsigned char)*text) && last_byte(out) && strchr("NM", last_byte(out))) write_text(out, text);
    else if (is_number && is_in_fraction(node)) {
        out->has_space = isdigit((unsigned char)last_byte(out));
        write_text(out, text);
    } else if (!is_number && !is_mark && strncmp(text, "†", 3) && strncmp(text, "‡", 3)) write_text(out, text);
    free(text);
}

/* Whether a quotation has marks of its own. */
static bool begins_with_quote(const xmlNode *node) {
    while (node && node->type == XML_ELEMENT_NODE) node = node->children;
    const char *text = node && node->type == XML_TEXT_NODE ? (const char *)node->content : "";
    text += strspn(text, " \t\r\n\f");
    return *text == '"' || !strncmp(text, "“", 3) || !strncmp(text, "‘", 3);
}

static void write_quotation(lines *out, xmlNode *node, int depth) {
    if (begins_with_quote(node)) return write_children(out, node, depth);
    bool is_inner = out->quotes++ % 2;
    write_bytes(out, is_inner ? "‘" : "“", 3);
    out->is_opening = true;
    write_children(out, node, depth);
    bool had_space = out->has_space;
    out->has_space = out->is_opening = false;
    write_bytes(out, is_inner ? "’" : "”", 3);
    const xmlNode *next = node->next;
    out->has_space = had_space && next && next->type == XML_TEXT_NODE && isalnum(*next->content);
    out->quotes--;
}

static bool write_inline(lines *out, xmlNode *node, int depth) {
    if (is_named(node, "sup")) write_superscript(out, node, depth);
    else if (is_named(node, "q")) write_quotation(out, node, depth);
    else if (is_named(node, "ins")) {
        out->has_gap = true;
        write_children(out, node, depth);
        out->has_gap = true;
    } else return false;
    return true;
}

/* --- elements --- */

/* Whether a date is expected: behind a label, or alone in its element. */
static bool expects_date(const lines *out, const xmlNode *time) {
    const char *line = line_so_far(out);
    if (!*line) return measure_of(time->parent).text == measure_of(time).text;
    return strlen(line) < 60 && (strstr(line, "ublish") || strstr(line, "ublication") || strstr(line, "pdated"));
}

/* `<time datetime="2025-03-05">5 March</time>` behind a label: the text leaves the year out, the attribute doesn't. */
static bool write_time(lines *out, xmlNode *node, int depth) {
    char *when = is_named(node, "time") ? attribute(node, "datetime") : NULL;
    if (!when) return false;
    char *text = text_of(out, node, depth);
    int digits = 0;
    for (const char *byte = text; byte && *byte && digits < 4; byte++) digits = isdigit((unsigned char)*byte) ? digits + 1 : 0;
    bool is_wanted = digits < 4 && strlen(when) >= 7 && isdigit((unsigned char)*when) && expects_date(out, node);
    if (is_wanted) write_text(out, when);
    xmlFree(when);
    free(text);
    return is_wanted;
}

static void write_block(lines *out, xmlNode *node, int depth) {
    bool is_item = is_named(node, "li"), was_preformatted = out->is_preformatted;
    end_line(out);
    if (is_item) out->has_bullet = true;
    if (is_named(node, "pre")) out->is_preformatted = true;
    size_t before = (size_t)xmlBufferLength(out->buffer);
    if (is_named(node, "table")) write_table(out, node, depth);
    else if (is_named(node, "dl")) write_terms(out, node, depth);
    else write_children(out, node, depth);
    if (is_named(node, "h1") && (size_t)xmlBufferLength(out->buffer) > before) out->has_title = true;
    end_line(out);
    /* An item without text leaves no bullet to the next line. */
    if (is_item) out->has_bullet = false;
    out->is_preformatted = was_preformatted;
}

static void write_element(lines *out, xmlNode *node, int depth) {
    if (is_named(node, "br")) end_line(out);
    if (is_dropped(node, out->page)) return;
    if (is_block(node)) write_block(out, node, depth);
    else if (!write_time(out, node, depth) && !write_inline(out, node, depth)) write_children(out, node, depth);
}

void write_node(lines *out, xmlNode *node, int depth) {
    if (depth > DEEPEST) return;
    if (node->type == XML_TEXT_NODE) write_text(out, (const char *)node->content);
    if (node->type == XML_ELEMENT_NODE) write_element(out, node, depth);
}
