/* What every reader of a parsed page asks of its elements. */
#include "nodes.h"

#include <string.h>
#include <strings.h>

static const char *const spaces = " \t\r\n\f";

bool is_in(const xmlChar *name, const char *const *list) {
    for (; *list; list++)
        if (!strcasecmp((const char *)name, *list)) return true;
    return false;
}

bool is_named(const xmlNode *node, const char *name) {
    return node->type == XML_ELEMENT_NODE && !strcasecmp((const char *)node->name, name);
}

char *attribute(xmlNode *node, const char *name) {
    char *value = (char *)xmlGetNoNsProp(node, BAD_CAST name);
    if (!value) return NULL;
    char *start = value + strspn(value, spaces);
    size_t count = strlen(start);
    while (count && strchr(spaces, start[count - 1])) count--;
    memmove(value, start, count);
    value[count] = 0;
    return value;
}

bool attribute_is(xmlNode *node, const char *name, const char *expected) {
    char *value = attribute(node, name);
    bool is_expected = value && !strcasecmp(value, expected);
    xmlFree(value);
    return is_expected;
}

/* Without recursion, because pages nest deep and this goes everywhere. */
xmlNode *following(xmlNode *root, xmlNode *node, bool goes_in) {
    if (goes_in && node->type == XML_ELEMENT_NODE && node->children) return node->children;
    while (node && node != root && !node->next) node = node->parent;
    return node && node != root ? node->next : NULL;
}

xmlNode *find(xmlNode *root, test *passes) {
    for (xmlNode *node = root; node; node = following(root, node, true))
        if (passes(node)) return node;
    return NULL;
}
