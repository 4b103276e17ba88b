/* libxml2's converters drag in ICU's headers, which clash with the copy inside Foundation; nothing
   here uses them. */
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/SAX2.h>
