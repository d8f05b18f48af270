/* Tags that libxml2 would take too long over. */
#ifndef CPAGES_ATTRIBUTES_H
#define CPAGES_ATTRIBUTES_H

#include <stdbool.h>
#include <stddef.h>

/* Attributes of one tag; `html` and `body` tags, whose attributes libxml2 collects in one element each. */
enum { MOST_ATTRIBUTES = 500, MOST_ROOTS = 100 };

/* Returns true if a page in UTF-8 may have a tag with more attributes, or more such tags, than that.
 *
 * libxml2 compares each attribute with all before it: 118,000 of one tag take 8 s. The count is never too low,
 * whatever else libxml2 makes of the page. */
bool has_too_many_attributes(const char *start, size_t count);

#endif
