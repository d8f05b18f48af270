/* Lists of terms: a line for each term and its values. */
#include <stdlib.h>
#include <string.h>

#include "measures.h"
#include "nodes.h"
#include "rows.h"
#include "website.h"
#include "writing.h"

/* Whether what a term has behind it is more than a value: several blocks. */
static bool is_long(const xmlNode *value) {
    int blocks = 0;
    for (xmlNode *node = value->children; node; node = node->next) {
        blocks += is_block(node);
        if (is_named(node, "ul") || is_named(node, "ol") || is_named(node, "dl") || is_named(node, "table")) return true;
    }
    return blocks > 1;
}

typedef struct terms {
    /* The term whose values are to come. */
    char *term;
    /* Whether its line has begun. */
    bool is_open;
} terms;

/* A term that has no value, or more than one, is the heading of what follows. */
static void end_term(terms *self, lines *out) {
    if (self->term && !self->is_open) {
        end_line(out);
        write_text(out, self->term);
    }
    end_line(out);
    free(self->term);
    *self = (terms){0};
}

static void take_term(terms *self, lines *out, xmlNode *node, int depth) {
    char *text = text_of(out, node, depth);
    if (self->term && !self->is_open && text && *text) {
        char *both = joined(self->term, ", ", text);
        free(text);
        free(self->term);
        self->term = both;
        return;
    }
    end_term(self, out);
    if (text && *text) self->term = text;
    else free(text);
}

static void take_value(terms *self, lines *out, xmlNode *node, int depth) {
    char *text = text_of(out, node, depth);
    if (is_filled(text)) {
        if (!self->is_open) {
            end_line(out);
            out->has_bullet = true;
            write_text(out, self->term);
        }
        write_value(out, NULL, text, !self->is_open);
        out->has_bullet = false;
        self->is_open = true;
    }
    free(text);
}

static void write_values(terms *self, lines *out, xmlNode *node, int depth) {
    for (xmlNode *child = node->children; child; child = child->next) {
        if (child->type == XML_TEXT_NODE && !measure_of(child->parent).text) continue;
        if (child->type == XML_ELEMENT_NODE && is_dropped(child, out->page)) continue;
        if (is_named(child, "div")) write_values(self, out, child, depth + 1);
        else if (is_named(child, "dt")) take_term(self, out, child, depth);
        else if (is_named(child, "dd") && self->term && !is_long(child)) take_value(self, out, child, depth);
        else if (child->type == XML_ELEMENT_NODE) {
            end_term(self, out);
            write_node(out, child, depth + 1);
        } else if (child->type == XML_TEXT_NODE) write_text(out, (const char *)child->content);
    }
}

void write_terms(lines *out, xmlNode *list, int depth) {
    terms self = {0};
    write_values(&self, out, list, depth);
    end_term(&self, out);
}
