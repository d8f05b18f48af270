/* What a page has and nobody reads as its text: the website around it. */
#define _GNU_SOURCE /* strcasestr */
#include "website.h"

#include <string.h>
#include <strings.h>

#include "measures.h"
#include "nodes.h"
#include "parts.h"

/* Elements of a website around its page, that nobody reads, or whose text was taken back. */
static const char *const dropped[] = {
    "applet", "aside",  "audio", "button",   "canvas",   "datalist", "del", "dialog", "embed",  "footer", "frameset",
    "head",   "iframe", "map",   "math",     "nav",      "noframes", "noscript", "object", "s", "script", "select",
    "strike", "style",  "svg",   "template", "textarea", "video",    NULL};

/* The same, said by the attribute `role`. */
static const char *const dropped_roles[] = {
    "alertdialog", "banner",  "complementary", "contentinfo", "dialog", "doc-noteref", "menu", "menubar",
    "navigation",  "search",  "toolbar",       NULL};

/* Parts of class names by which websites hide text from the eye. */
static const char *const hiding_classes[] = {
    "visually-hidden", "visuallyhidden", "hidden-visually", "hiddenvisually", "sr-only", "screen-reader",
    "element-invisible", "assistive-text", "offscreen", "off-screen", NULL};

/* Styles, without white space, by which text is hidden. */
static const char *const hiding_styles[] = {
    "display:none", "visibility:hidden", "clip:rect(", "clip-path:inset(", "left:-999", "left:-1000", "text-indent:-999",
    "mso-hide:all", NULL};

static const char *const headings[] = {"h1", "h2", "h3", "h4", "h5", "h6", NULL};


static bool contains_any(const char *text, const char *const *list) {
    for (; *list; list++)
        if (strcasestr(text, *list)) return true;
    return false;
}

static bool is_hidden_by_style(xmlNode *node) {
    char *style = attribute(node, "style");
    if (!style) return false;
    char *end = style;
    for (const char *from = style; *from; from++)
        if (!strchr(" \t\r\n\f", *from)) *end++ = *from;
    *end = 0;
    bool is_hidden = contains_any(style, hiding_styles);
    xmlFree(style);
    return is_hidden;
}

/* A heading for those who hear the page is one for us too. */
static bool is_hidden_by_class(xmlNode *node) {
    if (is_in(node->name, headings)) return false;
    char *class = attribute(node, "class");
    bool is_hidden = class && contains_any(class, hiding_classes);
    xmlFree(class);
    return is_hidden;
}

static bool is_dropped_by_role(xmlNode *node) {
    char *role = attribute(node, "role");
    bool is_dropped = role && is_in(BAD_CAST role, dropped_roles);
    xmlFree(role);
    return is_dropped;
}

/* A page's own header, with its title, stands in its article; the website's stands outside. */
static bool is_header_of_website(const xmlNode *node) {
    if (!is_named(node, "header")) return false;
    for (node = node->parent; node; node = node->parent)
        if (is_named(node, "article") || is_named(node, "main")) return false;
    return true;
}

/* A form asks for something, unless most of the page is in it. */
static bool is_form_of_website(const xmlNode *node, const xmlNode *page) {
    return is_named(node, "form") && measure_of(node).text < measure_of(page).text / 2 + 1;
}

bool is_dropped(xmlNode *node, const xmlNode *page) {
    return is_in(node->name, dropped) || is_header_of_website(node) || is_dropped_by_role(node) ||
           is_form_of_website(node, page) || xmlHasProp(node, BAD_CAST "hidden") ||
           attribute_is(node, "aria-hidden", "true") || is_hidden_by_style(node) || is_hidden_by_class(node) ||
           is_part_of_website(node) || is_links(node);
}
