/* Opens early what the libraries would open at their first use, because a locked process opens nothing. */
#define _GNU_SOURCE /* newlocale */
#include <iconv.h>
#include <libxml/parser.h>

#include <stdlib.h>
#include <wchar.h>

#include "CPages.h"
#include "prepare.h"

locale_t utf8_locale(void) {
    static locale_t utf8;
    if (!utf8) utf8 = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
    return utf8;
}

/* The C library reads its list of converters with the first letter and the first conversion. */
static void prepare_characters(void) {
    locale_t utf8 = utf8_locale(), before = utf8 ? uselocale(utf8) : (locale_t)0;
    wchar_t letter;
    mbrtowc(&letter, "é", 2, &(mbstate_t){0});
    iconv_t same = iconv_open("UTF-8", "UTF-8");
    if (same != (iconv_t)-1) iconv_close(same);
    if (before) uselocale(before);
}

void cp_prepare(void *allocate(size_t), void *reallocate(void *, size_t), char *copy(const char *)) {
    xmlMemSetup(free, allocate, reallocate, copy);
    xmlInitParser();
    prepare_characters();
}
