/* Parts of the website that stand in a page: lists of other pages, links to share, questions about the website. */
#ifndef CPAGES_PARTS_H
#define CPAGES_PARTS_H

#include <libxml/tree.h>

#include <stdbool.h>

/* Whether a box opens with the heading of a part of the website, and is no larger than one. */
bool is_part_of_website(xmlNode *node);

/* Whether an element is the heading of one, so that what follows it is left out as long as `is_list_of_website` holds. */
bool is_label_of_website(xmlNode *node);
bool is_list_of_website(xmlNode *node);

/* Whether an element is a list of nothing but links, or a paragraph that is one link: it leads to other pages. */
bool is_links(xmlNode *node);

#endif
