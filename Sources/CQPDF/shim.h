#include <fcntl.h>
#include <qpdf/qpdf-c.h>
#include <stddef.h>
#include <unistd.h>

/* Seen by <sys/mman.h> only under _GNU_SOURCE, which a module cannot ask for. */
extern int memfd_create(const char *name, unsigned int flags);

/* Memory of a fixed size that two processes share, as an open file; -1 when there is none. Neither
   of them can make it shorter and so crash the other. */
static inline int shared_memory(size_t count) {
  const unsigned int close_on_exec = 1, allow_sealing = 2;
  const int add_seals = 1033, seal_shrink = 2, seal_grow = 4;
  int memory = memfd_create("pdf", close_on_exec | allow_sealing);
  if (memory < 0) return -1;
  if (ftruncate(memory, (off_t)count) == 0 &&
      fcntl(memory, add_seals, seal_shrink | seal_grow) == 0)
    return memory;
  close(memory);
  return -1;
}
