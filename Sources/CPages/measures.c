/* How much text elements hold, and how much of it is links.
 *
 * A measure lies in the pointer that libxml2 leaves to its caller: a page has at most 8 MiB. */
#include "measures.h"

#include <ctype.h>

#include "nodes.h"

_Static_assert(sizeof(void *) >= sizeof(measure), "a measure fits into a pointer");

static const char *const unread[] = {"script", "style", "noscript", "template", "svg", "head", NULL};

measure measure_of(const xmlNode *node) {
    uint64_t both = (uint64_t)(uintptr_t)node->_private;
    return (measure){(uint32_t)both, (uint32_t)(both >> 32)};
}

static void set(xmlNode *node, measure value) {
    node->_private = (void *)(uintptr_t)(value.text | (uint64_t)value.linked << 32);
}

static uint32_t letters(const xmlChar *text) {
    uint32_t count = 0;
    for (; text && *text; text++) count += isalnum(*text) || *text >= 0xC3;
    return count;
}

/* The measure of a node whose children are measured. */
static measure own(const xmlNode *node) {
    if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
        return (measure){letters(node->content), 0};
    if (node->type != XML_ELEMENT_NODE || is_in(node->name, unread)) return (measure){0, 0};
    measure all = measure_of(node);
    if (is_named(node, "a")) all.linked = all.text;
    return all;
}

void measure_all(xmlNode *root) {
    xmlNode *node = root;
    while (node) {
        if (node->type == XML_ELEMENT_NODE) set(node, (measure){0, 0});
        if (node->type == XML_ELEMENT_NODE && node->children) {
            node = node->children;
            continue;
        }
        while (node) {
            measure value = own(node);
            if (node->type == XML_ELEMENT_NODE) set(node, value);
            if (node == root) return;
            measure all = measure_of(node->parent);
            set(node->parent, (measure){all.text + value.text, all.linked + value.linked});
            if (node->next) break;
            node = node->parent;
        }
        node = node->next;
    }
}
