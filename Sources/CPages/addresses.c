/* The addresses that a page calls its own. */
#define _GNU_SOURCE /* strcasestr */
#include "addresses.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "nodes.h"

enum { LONGEST = 2000 };

/* What precedes the address in the comment of a browser, of SingleFile, and of HTTrack, which leaves the scheme out. */
static const char *const notes[] = {"saved from url=", "url:", "mirrored from", NULL};

static bool is_of_web(const char *value) {
    if (strncasecmp(value, "https://", 8) && strncasecmp(value, "http://", 7)) return false;
    for (const char *byte = value; *byte; byte++)
        if ((unsigned char)*byte <= ' ') return false;
    return strlen(value) <= LONGEST;
}

/* An address of the web in whole, which alone can be cited. */
static bool has_address(xmlNode *node, const char *name) {
    char *value = attribute(node, name);
    bool is_address = value && is_of_web(value);
    xmlFree(value);
    return is_address;
}
static bool is_canonical(xmlNode *node) {
    return is_named(node, "link") && attribute_is(node, "rel", "canonical") && has_address(node, "href");
}
static bool is_open_graph(xmlNode *node) {
    return is_named(node, "meta") && attribute_is(node, "property", "og:url") && has_address(node, "content");
}

/* The address in a comment that says where the page was saved from; the caller frees it. */
static char *noted(const xmlNode *node) {
    if (node->type != XML_COMMENT_NODE || !node->content) return NULL;
    const char *text = (const char *)node->content;
    for (const char *const *note = notes; *note; note++) {
        const char *at = strcasestr(text, *note);
        if (!at) continue;
        at += strlen(*note);
        at += strspn(at, " \t\r\n");
        /* A browser says how long the address is: `(0042)https://…`. */
        const char *close = *at == '(' ? strchr(at, ')') : NULL;
        if (close) at = close + 1;
        size_t count = strcspn(at, " \t\r\n");
        bool has_scheme = !strncasecmp(at, "http", 4);
        if (!has_scheme && note != &notes[2]) continue;
        if (count == 0 || count > LONGEST) continue;
        char *address = malloc(count + 9);
        if (!address) return NULL;
        strcpy(address, has_scheme ? "" : "https://");
        strncat(address, at, count);
        if (is_of_web(address)) return address;
        free(address);
    }
    return NULL;
}

/* Browsers write the comment above or just below the `html` tag. */
static char *saved_from(xmlDoc *document) {
    char *address = NULL;
    for (xmlNode *top = document->children; top && !address; top = top->next)
        for (xmlNode *node = top; node && !address; node = following(top, node, true)) {
            if (is_named(node, "body")) break;
            address = noted(node);
        }
    return address;
}

static void append(xmlBuffer *list, const char *address) {
    if (!address || !*address) return;
    xmlBufferCat(list, BAD_CAST address);
    xmlBufferCat(list, BAD_CAST "\n");
}

static void append_attribute(xmlBuffer *list, xmlNode *node, const char *name) {
    char *value = node ? attribute(node, name) : NULL;
    append(list, value);
    xmlFree(value);
}

char *addresses(xmlDoc *document) {
    xmlNode *root = xmlDocGetRootElement(document);
    xmlBuffer *list = root ? xmlBufferCreate() : NULL;
    if (!list) return NULL;
    append_attribute(list, find(root, is_canonical), "href");
    append_attribute(list, find(root, is_open_graph), "content");
    char *saved = saved_from(document);
    append(list, saved);
    free(saved);
    char *copy = xmlBufferLength(list) ? strdup((const char *)xmlBufferContent(list)) : NULL;
    xmlBufferFree(list);
    return copy;
}
