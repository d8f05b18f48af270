/* The text of saved web pages by libxml2's HTML parser: one block a line, as a browser would show them. */
#define _GNU_SOURCE /* strcasestr */
#include <libxml/HTMLparser.h>
#include <libxml/HTMLtree.h>

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "CPages.h"
#include "addresses.h"
#include "attributes.h"
#include "measures.h"
#include "nodes.h"
#include "website.h"
#include "writing.h"

void cp_free(void *pointer) { free(pointer); }

/* --- what is found --- */

static bool is_main(xmlNode *node) {
    return node->type == XML_ELEMENT_NODE && (is_named(node, "main") || attribute_is(node, "role", "main")) &&
           measure_of(node).text > 0 && !is_dropped(node, node);
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
    lines lines = {.buffer = xmlBufferCreate(), .is_empty = true, .page = root};
    if (!lines.buffer) return fail(CP_NO_MEMORY, "no memory", message);
    xmlBufferSetAllocationScheme(lines.buffer, XML_BUFFER_ALLOC_DOUBLEIT);
    if (root) {
        measure_all(root);
        write_page(&lines, root);
    }
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

/* --- Word --- */

enum { LONGEST_TAG = 500 };

/* Whether a tag is one of Word's own: `<o:p>`, which libxml2 takes for `<p>`, or `<![if !supportLists]>`, which it takes
 * for text. */
static bool is_tag_of_word(const char *tag, const char *end) {
    if (end - tag > 8 && tag[1] == '!' && tag[2] == '[')
        return !strncasecmp(tag + 3, "if", 2) || !strncasecmp(tag + 3, "endif", 5);
    const char *name = tag + 1;
    if (name < end && *name == '/') name++;
    const char *colon = name;
    while (colon < end && colon - name < 4 && isalnum((unsigned char)*colon)) colon++;
    return colon > name && colon < end && *colon == ':' && isalpha((unsigned char)*name);
}

/* A copy without Word's tags; NULL if it has no room. The caller frees it. */
static char *without_word(const char *start, size_t count, size_t *left) {
    char *copy = malloc(count + 1), *to = copy;
    if (!copy) return NULL;
    const char *end = start + count;
    for (const char *from = start; from < end;) {
        const char *tag = memchr(from, '<', (size_t)(end - from));
        size_t before = (size_t)((tag ? tag : end) - from);
        memcpy(to, from, before);
        to += before;
        if (!tag) break;
        size_t room = (size_t)(end - tag) < LONGEST_TAG ? (size_t)(end - tag) : LONGEST_TAG;
        const char *close = is_tag_of_word(tag, end) ? memchr(tag, '>', room) : NULL;
        /* `<![endif]-->` is the end of a comment, which stays one. */
        if (close && tag[1] == '!' && close[-1] != ']') close = NULL;
        if (!close) *to++ = '<';
        from = close ? close + 1 : tag + 1;
    }
    *left = (size_t)(to - copy);
    return copy;
}

/* --- a page of any kind --- */

static cp_status read_page(const char *start, size_t count, cp_html *out, char **message) {
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

cp_status cp_html_read(const char *start, size_t count, cp_html *out, char **message) {
    size_t left = 0;
    char *copy = without_word(start, count, &left);
    if (!copy) return fail(CP_NO_MEMORY, "no memory", message);
    cp_status status = read_page(copy, left, out, message);
    free(copy);
    return status;
}
