/* What every reader of a parsed page asks of its elements. */
#ifndef CPAGES_NODES_H
#define CPAGES_NODES_H

#include <libxml/tree.h>

#include <stdbool.h>

/* Whether a name is in a list that NULL ends, whatever the case. */
bool is_in(const xmlChar *name, const char *const *list);

/* Whether a node is an element of this name. */
bool is_named(const xmlNode *node, const char *name);

/* The value of an attribute without white space at its ends; NULL without one. The caller frees it with xmlFree. */
char *attribute(xmlNode *node, const char *name);
bool attribute_is(xmlNode *node, const char *name, const char *expected);

typedef bool test(xmlNode *node);

/* The first node below a root, or the root, that passes, in the order of the page. */
xmlNode *find(xmlNode *root, test *passes);

/* The node after `node` in the order of the page, below `root`; with `goes_in` false what is in `node` is passed over. */
xmlNode *following(xmlNode *root, xmlNode *node, bool goes_in);

#endif
