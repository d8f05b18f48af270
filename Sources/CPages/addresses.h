/* The addresses that a page calls its own. */
#ifndef CPAGES_ADDRESSES_H
#define CPAGES_ADDRESSES_H

#include <libxml/tree.h>

/* Its canonical link, its `og:url`, and the one that a browser notes when it saves a page, each with its line feed;
 * NULL if it has none. The caller frees it with free. */
char *addresses(xmlDoc *document);

#endif
