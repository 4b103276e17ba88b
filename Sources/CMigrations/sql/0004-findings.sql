-- What the check found in the documents that were taken in (contrôle des factures).
-- Facts. Never updated, never deleted. A document without a row was found sound, or came before.

CREATE TABLE finding_entry (
  document BIGINT NOT NULL,
  position BIGINT NOT NULL,
  company BIGINT NOT NULL,
  learned BIGINT NOT NULL,
  import BIGINT,
  -- The lint's number in the law sheet: INV-07.
  lint TEXT NOT NULL,
  level TEXT NOT NULL CHECK (level IN ('error', 'warning')),
  found TEXT NOT NULL,
  found_english TEXT NOT NULL,
  wanted TEXT NOT NULL,
  wanted_english TEXT NOT NULL,
  -- The words to put on the invoice, in French.
  remedy TEXT NOT NULL,
  -- The text that asks for it, and the rule's number in the law sheet.
  code TEXT NOT NULL,
  article TEXT NOT NULL,
  sheet TEXT NOT NULL,
  PRIMARY KEY (document, position)
) /*sqlite: STRICT, WITHOUT ROWID */;

CREATE INDEX finding_import ON finding_entry (company, import) WHERE import IS NOT NULL;
