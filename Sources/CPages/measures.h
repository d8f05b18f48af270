/* How much text elements hold, and how much of it is links. */
#ifndef CPAGES_MEASURES_H
#define CPAGES_MEASURES_H

#include <libxml/tree.h>

#include <stdint.h>

/* In bytes of letters and digits that are read. */
typedef struct measure {
    uint32_t text, linked;
} measure;

/* Measures all elements of a page once, so that nested ones can be asked without reading them again. */
void measure_all(xmlNode *root);

measure measure_of(const xmlNode *node);

#endif
