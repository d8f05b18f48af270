/* Parts of the website that stand in a page: lists of other pages, links to share, questions about the website. */
#include "parts.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "measures.h"
#include "nodes.h"
#include "writing.h"

static const char *const headings[] = {"h1", "h2", "h3", "h4", "h5", "h6", NULL};

/* Boxes that may hold a part of the website with its heading. */
static const char *const boxes[] = {"div", "section", "fieldset", "details", "form", "ul", "ol", NULL};

/* The headings of parts of the website; words without the signs behind them. */
static const char *const names[] = {
    "contents", "cookies", "follow us", "get email alerts", "in this report", "in this section", "is this page helpful",
    "is this page useful", "is there anything wrong with this page", "more in this section", "on this page",
    "other assessments", "other pages", "other reports", "print this page", "related", "related content",
    "related information", "related links", "related pages", "related reports", "related documents", "see also", "share",
    "share on", "share this", "share this page", "share this report", "sign up for email alerts",
    "was this page helpful", "was this page useful", "you may also be interested in", NULL};

/* How the parts begin that ask about cookies or feedback in a sentence. */
static const char *const openings[] = {
    "cookies on ", "we use cookies", "we use some essential cookies", "we use some cookies", "this site uses cookies",
    "this website uses cookies", "our use of cookies", "help us improve", "tell us whether you accept cookies", NULL};

/* The most letters of a part of the website that is known by its heading, and the most nodes that are looked at for
 * its first text and for all of it, because boxes nest and each is asked. */
enum { LARGEST_PART = 1500, FEW_NODES = 200, MOST_NODES = 20000 };

/* Copies the text of an element in lower case, with single spaces and no signs at its end; false if it is longer. */
static bool copy_text(xmlNode *node, char *out, size_t room) {
    size_t count = 0;
    bool has_space = false;
    int nodes = 0;
    for (xmlNode *at = node; at; at = following(node, at, true)) {
        if (++nodes > FEW_NODES) return false;
        if (at->type != XML_TEXT_NODE) continue;
        for (const xmlChar *byte = at->content; byte && *byte; byte++) {
            if (isspace(*byte)) {
                has_space = count > 0;
                continue;
            }
            if (count + 2 >= room) return false;
            if (has_space) out[count++] = ' ';
            has_space = false;
            out[count++] = (char)tolower(*byte);
        }
    }
    while (count && strchr("?:.… ", out[count - 1])) count--;
    out[count] = 0;
    return true;
}

static bool is_name(xmlNode *node) {
    char text[64];
    return measure_of(node).text < sizeof text && copy_text(node, text, sizeof text) && is_in(BAD_CAST text, names);
}

static bool is_text(xmlNode *node) {
    return node->type == XML_TEXT_NODE && node->content && node->content[strspn((char *)node->content, " \t\r\n\f")];
}

/* Whether an element is a heading with nothing beside it in its line. */
static bool is_label(xmlNode *node) {
    if (!is_name(node)) return false;
    const xmlNode *next = node->next;
    while (next && !is_block(next) && !is_text((xmlNode *)next) && !measure_of(next).text) next = next->next;
    return is_block(node) || !next || is_block(next);
}

static bool has_opening(const xmlNode *text) {
    const char *start = (const char *)text->content + strspn((const char *)text->content, " \t\r\n\f");
    for (const char *const *opening = openings; *opening; opening++)
        if (!strncasecmp(start, *opening, strlen(*opening))) return true;
    return false;
}

static bool is_heading_of_page(xmlNode *node) {
    char text[64];
    if (node->type != XML_ELEMENT_NODE || !is_in(node->name, headings)) return false;
    if (is_named(node, "h1")) return true;
    if (measure_of(node).text >= sizeof text || !copy_text(node, text, sizeof text)) return false;
    return !strncmp(text, "key findings", 12) || !strncmp(text, "summary of", 10) || strstr(text, "commitment") ||
           !strncmp(text, "what people expect", 18);
}

static xmlNode *first_text(xmlNode *node) {
    int nodes = 0;
    for (xmlNode *at = node; at && ++nodes <= FEW_NODES; at = following(node, at, true))
        if (is_text(at)) return at;
    return NULL;
}

/* Whether the title or a heading of the page may be in a box. */
static bool may_hold_page(xmlNode *node) {
    int nodes = 0;
    for (xmlNode *at = node; at; at = following(node, at, true))
        if (++nodes > MOST_NODES || is_heading_of_page(at)) return true;
    return false;
}

/* Whether a box opens with the heading of a part of the website, and is no larger than one. */
bool is_part_of_website(xmlNode *node) {
    if (!is_in(node->name, boxes) || measure_of(node).text > LARGEST_PART || measure_of(node).text == 0) return false;
    xmlNode *text = first_text(node);
    if (!text) return false;
    xmlNode *heading = text->parent;
    while (heading != node && heading->parent != node && measure_of(heading->parent).text == measure_of(text->parent).text)
        heading = heading->parent;
    bool opens = heading != node && (has_opening(text) || is_label(heading));
    return opens && !may_hold_page(node);
}

bool is_label_of_website(xmlNode *node) {
    return node->type == XML_ELEMENT_NODE && measure_of(node).text > 0 && is_label(node);
}

static bool is_all_links(const xmlNode *node) {
    measure all = measure_of(node);
    return all.text > 0 && all.text == all.linked;
}

bool is_list_of_website(xmlNode *node) {
    if (node->type != XML_ELEMENT_NODE) return !is_text(node);
    return measure_of(node).text == 0 || is_named(node, "ul") || is_named(node, "ol") || is_all_links(node);
}

static bool has_digit(xmlNode *node) {
    for (xmlNode *at = node; at; at = following(node, at, true))
        if (at->type == XML_TEXT_NODE && at->content && strpbrk((char *)at->content, "0123456789")) return true;
    return false;
}

static bool ends_sentence(xmlNode *node) {
    const char *text = NULL;
    for (xmlNode *at = node; at; at = following(node, at, true))
        if (is_text(at)) text = (const char *)at->content;
    size_t count = text ? strlen(text) : 0;
    while (count && strchr(" \t\r\n\f", text[count - 1])) count--;
    return count && strchr(".!?", text[count - 1]);
}

/* A list of nothing but links, or a paragraph that is one link, leads to other pages. */
bool is_links(xmlNode *node) {
    if (!is_all_links(node)) return false;
    if (is_named(node, "ul") || is_named(node, "ol")) return true;
    return is_named(node, "p") && !has_digit(node) && !ends_sentence(node);
}
