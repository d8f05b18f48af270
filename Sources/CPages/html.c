/* The text of saved web pages by libxml2's HTML parser: one block a line, as a browser would show them. */
#define _GNU_SOURCE /* strcasestr */
#include <libxml/HTMLparser.h>
#include <libxml/HTMLtree.h>

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "CPages.h"
#include "addresses.h"
#include "attributes.h"
#include "nodes.h"

void cp_free(void *pointer) { free(pointer); }

/* Elements of a website around its page, of a form, or that nobody reads. */
static const char *const dropped[] = {
    "applet", "aside",  "audio",  "button", "canvas",   "datalist", "dialog",   "embed", "footer",
    "form",   "frameset", "head", "iframe", "map",      "math",     "nav",      "noframes", "noscript",
    "object", "script", "select", "style",  "svg",      "template", "textarea", "video", NULL};

/* The same, said by the attribute `role`. */
static const char *const dropped_roles[] = {"alertdialog", "banner", "complementary", "contentinfo", "dialog",
                                            "navigation",  "search", NULL};

/* Elements that begin and end a line. */
static const char *const blocks[] = {
    "address", "article", "blockquote", "body", "caption", "center", "dd",    "details", "dir",   "div",
    "dl",      "dt",      "fieldset",   "figcaption", "figure", "h1", "h2",   "h3",      "h4",    "h5",
    "h6",      "header",  "hgroup",     "hr",   "legend",  "li",     "main",  "menu",    "ol",    "p",
    "pre",     "section", "summary",    "table", "tbody",  "td",     "tfoot", "th",      "thead", "tr",
    "ul",      NULL};

/* What browsers show for U+0080 to U+009F: windows-1252, which pages mean that say ISO-8859-1 or nothing. */
static const char *const windows_1252[32] = {
    "€", "",  "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š", "‹", "Œ", "",  "Ž", "",
    "",  "‘", "’", "“", "”", "•", "–", "—", "˜", "™", "š", "›", "œ", "",  "ž", "Ÿ"};

/* Deeper elements are read as part of their parents; libxml2 itself ends a page at 256. */
enum { DEEPEST = 300 };

/* The lines written so far. */
typedef struct lines {
    xmlBuffer *buffer;
    /* Whether the last line has no text yet. */
    bool is_empty;
    bool has_space, has_bullet;
    bool is_preformatted;
    bool has_title;
} lines;

/* --- what is left out --- */

static bool is_hidden_by_style(xmlNode *node) {
    char *style = attribute(node, "style");
    if (!style) return false;
    char *end = style;
    for (const char *from = style; *from; from++)
        if (!strchr(" \t\r\n\f", *from)) *end++ = *from;
    *end = 0;
    bool is_hidden = strcasestr(style, "display:none") || strcasestr(style, "visibility:hidden");
    xmlFree(style);
    return is_hidden;
}

static bool is_dropped_by_role(xmlNode *node) {
    char *role = attribute(node, "role");
    bool is_dropped = role && is_in(BAD_CAST role, dropped_roles);
    xmlFree(role);
    return is_dropped;
}

/* A page's own header, with its title, stands in its article; the website's stands outside. */
static bool is_header_of_website(const xmlNode *node) {
    if (!is_named(node, "header")) return false;
    for (node = node->parent; node; node = node->parent)
        if (is_named(node, "article") || is_named(node, "main")) return false;
    return true;
}

static bool is_dropped(xmlNode *node) {
    return is_in(node->name, dropped) || is_header_of_website(node) || is_dropped_by_role(node) ||
           xmlHasProp(node, BAD_CAST "hidden") || attribute_is(node, "aria-hidden", "true") ||
           is_hidden_by_style(node);
}

/* --- what is written --- */

static void end_line(lines *out) {
    if (!out->is_empty) xmlBufferWriteChar(out->buffer, "\n");
    out->is_empty = true;
    out->has_space = false;
}

static void write_bytes(lines *out, const char *bytes, int count) {
    if (out->has_bullet) xmlBufferWriteChar(out->buffer, "- ");
    if (out->has_space && !out->is_empty) xmlBufferWriteChar(out->buffer, " ");
    out->has_bullet = out->has_space = out->is_empty = false;
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

static void write_text(lines *out, const char *text) {
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

static void write_node(lines *out, xmlNode *node, int depth);

static void write_children(lines *out, xmlNode *node, int depth) {
    for (xmlNode *child = node->children; child; child = child->next) write_node(out, child, depth + 1);
}

static void write_element(lines *out, xmlNode *node, int depth) {
    if (is_named(node, "br")) end_line(out);
    if (is_dropped(node)) return;
    bool is_block = is_in(node->name, blocks), is_item = is_named(node, "li");
    bool was_preformatted = out->is_preformatted;
    if (is_block) end_line(out);
    if (is_item) out->has_bullet = true;
    if (is_named(node, "pre")) out->is_preformatted = true;
    size_t before = (size_t)xmlBufferLength(out->buffer);
    write_children(out, node, depth);
    if (is_named(node, "h1") && (size_t)xmlBufferLength(out->buffer) > before) out->has_title = true;
    if (is_block) end_line(out);
    /* An item without text leaves no bullet to the next line. */
    if (is_item) out->has_bullet = false;
    out->is_preformatted = was_preformatted;
}

static void write_node(lines *out, xmlNode *node, int depth) {
    if (depth > DEEPEST) return;
    if (node->type == XML_TEXT_NODE) write_text(out, (const char *)node->content);
    if (node->type == XML_ELEMENT_NODE) write_element(out, node, depth);
}

/* --- what is found --- */

static bool is_main(xmlNode *node) {
    return (is_named(node, "main") || attribute_is(node, "role", "main")) && !is_dropped(node);
}
static bool is_body(xmlNode *node) { return is_named(node, "body"); }
static bool is_title(xmlNode *node) {
    return is_named(node, "title") && node->parent && is_named(node->parent, "head");
}

/* `<meta charset=utf-8>`, or the older `<meta http-equiv=content-type content="text/html; charset=utf-8">`. */
static bool declares_utf8(xmlNode *node) {
    if (!is_named(node, "meta")) return false;
    if (attribute_is(node, "charset", "utf-8")) return true;
    char *content = attribute_is(node, "http-equiv", "content-type") ? attribute(node, "content") : NULL;
    bool declares = content && strcasestr(content, "charset=utf-8");
    xmlFree(content);
    return declares;
}

/* --- a page --- */

static cp_status fail(cp_status status, const char *text, char **message) {
    *message = strdup(text);
    return status;
}

/* Writes what stands under <main>, else all of the page; a page that shows no title gets that of its window. */
static void write_page(lines *out, xmlNode *root) {
    xmlNode *title = find(root, is_title), *page = find(root, is_main);
    if (!page) page = find(root, is_body);
    write_node(out, page ? page : root, 0);
    end_line(out);
    if (out->has_title || !title) return;
    xmlBuffer *text = out->buffer;
    out->buffer = xmlBufferCreate();
    write_children(out, title, 0);
    end_line(out);
    xmlBufferAdd(out->buffer, xmlBufferContent(text), xmlBufferLength(text));
    xmlBufferFree(text);
}

static cp_status copy(xmlBuffer *buffer, cp_owned_bytes *out, char **message) {
    size_t count = (size_t)xmlBufferLength(buffer);
    char *bytes = malloc(count + 1);
    if (!bytes) return fail(CP_NO_MEMORY, "no memory", message);
    memcpy(bytes, xmlBufferContent(buffer), count);
    *out = (cp_owned_bytes){bytes, count};
    return CP_OK;
}

static cp_status read_document(xmlDoc *document, cp_html *out, char **message) {
    xmlNode *root = xmlDocGetRootElement(document);
    lines lines = {.buffer = xmlBufferCreate(), .is_empty = true};
    if (!lines.buffer) return fail(CP_NO_MEMORY, "no memory", message);
    xmlBufferSetAllocationScheme(lines.buffer, XML_BUFFER_ALLOC_DOUBLEIT);
    if (root) write_page(&lines, root);
    cp_status status = copy(lines.buffer, &out->text, message);
    out->addresses = status == CP_OK ? addresses(document) : NULL;
    out->declares_utf8 = root && find(root, declares_utf8);
    xmlBufferFree(lines.buffer);
    return status;
}

/* libxml2 writes some errors to standard error whatever its options say. */
static void ignore(void *context, const char *format, ...) {
    (void)context;
    (void)format;
}

static const char *fault(const htmlParserCtxt *parser, const xmlDoc *document) {
    const xmlError *error = &parser->lastError;
    if (error->level == XML_ERR_FATAL && error->message && strstr(error->message, "Excessive depth"))
        return "its elements nest more than 256 deep";
    if (!document || (error->level == XML_ERR_FATAL && error->code == XML_ERR_INTERNAL_ERROR))
        return "libxml2 can't read it";
    return NULL;
}

cp_status cp_html_read(const char *start, size_t count, cp_html *out, char **message) {
    if (has_too_many_attributes(start, count))
        return fail(CP_UNREADABLE, "a tag has more than 500 attributes", message);
    htmlParserCtxt *parser = htmlNewParserCtxt();
    if (!parser) return fail(CP_NO_MEMORY, "no memory", message);
    xmlSetGenericErrorFunc(NULL, ignore);
    int options = HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING;
    xmlDoc *document = htmlCtxtReadMemory(parser, start, (int)count, NULL, "UTF-8", options);
    const char *reason = fault(parser, document);
    cp_status status =
        reason ? fail(CP_UNREADABLE, reason, message) : read_document(document, out, message);
    if (document) xmlFreeDoc(document);
    htmlFreeParserCtxt(parser);
    return status;
}
