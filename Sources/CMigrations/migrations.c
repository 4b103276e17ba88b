#include "migrations.h"
#pragma clang diagnostic ignored "-Wc23-extensions"

static const char migration_0001[] = {
#embed "sql/0001-book.sql"
};
static const char migration_0002[] = {
#embed "sql/0002-ledger-account.sql"
};
static const char migration_0003[] = {
#embed "sql/0003-rush.sql"
};
static const char migration_0004[] = {
#embed "sql/0004-findings.sql"
};
static const char migration_0005[] = {
#embed "sql/0005-movements.sql"
};
static const char migration_0006[] = {
#embed "sql/0006-lifecycle.sql"
};
static const char migration_0007[] = {
#embed "sql/0007-payer-rule.sql"
};
static const char migration_0008[] = {
#embed "sql/0008-plans.sql"
};
static const char migration_0009[] = {
#embed "sql/0009-messages.sql"
};
static const char migration_0010[] = {
#embed "sql/0010-agreed.sql"
};
static const char migration_0011[] = {
#embed "sql/0011-import-undone.sql"
};
static const char migration_0012[] = {
#embed "sql/0012-returned.sql"
};
static const char migration_0013[] = {
#embed "sql/0013-plan-hours.sql"
};
static const char migration_0014[] = {
#embed "sql/0014-columns.sql"
};
static const char migration_0015[] = {
#embed "sql/0015-mending.sql"
};
static const char migration_0016[] = {
#embed "sql/0016-replies.sql"
};
static const char migration_0017[] = {
#embed "sql/0017-copies.sql"
};
static const char migration_0018[] = {
#embed "sql/0018-message-files.sql"
};
static const char migration_0019[] = {
#embed "sql/0019-said-paid.sql"
};
static const char migration_0020[] = {
#embed "sql/0020-payment-means.sql"
};
static const char migration_0021[] = {
#embed "sql/0021-whose-proposal.sql"
};

static const struct { const char *text; size_t length; } migrations[] = {
  { migration_0001, sizeof migration_0001 },
  { migration_0002, sizeof migration_0002 },
  { migration_0003, sizeof migration_0003 },
  { migration_0004, sizeof migration_0004 },
  { migration_0005, sizeof migration_0005 },
  { migration_0006, sizeof migration_0006 },
  { migration_0007, sizeof migration_0007 },
  { migration_0008, sizeof migration_0008 },
  { migration_0009, sizeof migration_0009 },
  { migration_0010, sizeof migration_0010 },
  { migration_0011, sizeof migration_0011 },
  { migration_0012, sizeof migration_0012 },
  { migration_0013, sizeof migration_0013 },
  { migration_0014, sizeof migration_0014 },
  { migration_0015, sizeof migration_0015 },
  { migration_0016, sizeof migration_0016 },
  { migration_0017, sizeof migration_0017 },
  { migration_0018, sizeof migration_0018 },
  { migration_0019, sizeof migration_0019 },
  { migration_0020, sizeof migration_0020 },
  { migration_0021, sizeof migration_0021 },
};

const char *migration_text(int index, size_t *length) {
  if (index < 0 || index >= (int)(sizeof migrations / sizeof migrations[0])) return NULL;
  *length = migrations[index].length;
  return migrations[index].text;
}
