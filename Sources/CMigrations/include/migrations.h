#ifndef ENCAISSE_MIGRATIONS_H
#define ENCAISSE_MIGRATIONS_H
#include <stddef.h>
/* The SQL of the book's numbered migrations: index 0 is 0001. NULL past the last. */
const char *migration_text(int index, size_t *length);
#endif
