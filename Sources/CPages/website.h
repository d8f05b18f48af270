/* What a page has and nobody reads as its text: the website around it. */
#ifndef CPAGES_WEBSITE_H
#define CPAGES_WEBSITE_H

#include <libxml/tree.h>

#include <stdbool.h>

/* Whether an element is left out with all that is in it; `page` is the whole page, measured. */
bool is_dropped(xmlNode *node, const xmlNode *page);

#endif
