#include <sqlite3.h>

/* Writes what a file system still holds in memory; glibc shows it to GNU sources only. */
int syncfs(int file);
