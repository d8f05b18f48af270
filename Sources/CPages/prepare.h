/* What the libraries need of the machine. */
#ifndef CPAGES_PREPARE_H
#define CPAGES_PREPARE_H

#include <locale.h>

/* The locale whose character set is UTF-8, or 0 if the machine has none. */
locale_t utf8_locale(void);

#endif
