// The files that the pages need beside themselves, built into the program.
#include <stddef.h>

const unsigned char *asset_css(size_t *length);
const unsigned char *asset_js(size_t *length);
const unsigned char *asset_worklist(size_t *length);
const unsigned char *asset_icon(size_t *length);
const unsigned char *asset_contract(size_t *length);
