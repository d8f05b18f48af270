/* Counts the attributes of tags as libxml2 reads them, without knowing which tags it will see.
 *
 * A tag may begin at each "<" before a letter, in a comment, a script or a value too. All tags that may be open at a
 * byte are followed at once: for each state that a tag can be in, the most attributes that one in it has. */
#include "attributes.h"

#include <string.h>
#include <strings.h>

typedef enum state {
    IN_TAG_NAME,
    BETWEEN,
    IN_NAME,
    BEHIND_NAME,
    BEFORE_VALUE,
    IN_VALUE,
    IN_DOUBLE_QUOTES,
    IN_SINGLE_QUOTES,
    /* Up to the next white space, as libxml2 skips what it can't read. */
    IN_JUNK,
    STATES,
    CLOSED = STATES
} state;

/* libxml2 cuts longer names, so that one name becomes several attributes. */
enum { LONGEST_NAME = 100 };

static bool is_blank(char byte) { return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r'; }
static bool is_letter(char byte) { return (byte | 32) >= 'a' && (byte | 32) <= 'z'; }
static bool begins_name(char byte) { return is_letter(byte) || byte == '_' || byte == ':' || byte == '.'; }
static bool is_in_name(char byte) { return begins_name(byte) || byte == '-' || (byte >= '0' && byte <= '9'); }

static state after_quote(char byte, char quote, state inside) { return byte == quote ? BETWEEN : inside; }

static state next(state before, char byte) {
    if (before == IN_DOUBLE_QUOTES) return after_quote(byte, '"', before);
    if (before == IN_SINGLE_QUOTES) return after_quote(byte, '\'', before);
    if (byte == '>') return CLOSED;
    switch (before) {
    case IN_TAG_NAME: return is_in_name(byte) ? before : is_blank(byte) ? BETWEEN : IN_JUNK;
    case BETWEEN: return is_blank(byte) ? before : begins_name(byte) ? IN_NAME : IN_JUNK;
    case IN_NAME:
        if (is_in_name(byte)) return before;
        return is_blank(byte) ? BEHIND_NAME : byte == '=' ? BEFORE_VALUE : IN_JUNK;
    case BEHIND_NAME:
        if (is_blank(byte)) return before;
        return byte == '=' ? BEFORE_VALUE : begins_name(byte) ? IN_NAME : IN_JUNK;
    case BEFORE_VALUE:
        if (is_blank(byte)) return before;
        return byte == '"' ? IN_DOUBLE_QUOTES : byte == '\'' ? IN_SINGLE_QUOTES : IN_VALUE;
    default: return is_blank(byte) ? BETWEEN : before;
    }
}

/* Whether an attribute begins at this byte, the one at `index` of the page. */
static bool begins_attribute(state before, state after, size_t index) {
    return after == IN_NAME && (before != IN_NAME || index % LONGEST_NAME == 0);
}

/* Whether a tag that begins here gives its attributes to the page's one `html` or `body` element. */
static bool is_root(const char *name, const char *end) {
    return end - name >= 4 && (!strncasecmp(name, "html", 4) || !strncasecmp(name, "body", 4));
}

bool has_too_many_attributes(const char *start, size_t count) {
    const char *end = start + count;
    int most[STATES], after[STATES], roots = 0;
    memset(most, -1, sizeof most);
    bool is_open = false;
    for (const char *at = start; at < end; at++) {
        if (!is_open && !(at = memchr(at, '<', (size_t)(end - at)))) return false;
        memset(after, -1, sizeof after);
        is_open = false;
        for (int before = 0; before < STATES; before++) {
            if (most[before] < 0) continue;
            state reached = next(before, *at);
            if (reached == CLOSED) continue;
            int attributes = most[before] + begins_attribute(before, reached, (size_t)(at - start));
            if (attributes > MOST_ATTRIBUTES) return true;
            if (attributes > after[reached]) after[reached] = attributes;
            is_open = true;
        }
        if (*at == '<' && at + 1 < end && is_letter(at[1])) {
            if (is_root(at + 1, end) && ++roots > MOST_ROOTS) return true;
            if (after[IN_TAG_NAME] < 0) after[IN_TAG_NAME] = 0;
            is_open = true;
        }
        memcpy(most, after, sizeof most);
    }
    return false;
}
