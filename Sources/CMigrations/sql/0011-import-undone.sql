-- An import undone as a whole: its records count no more, and the same file may come again.

-- The entries that an import wrote; NULL for one of an earlier version.
ALTER TABLE import ADD COLUMN first_entry BIGINT;
ALTER TABLE import ADD COLUMN last_entry BIGINT;

CREATE TABLE import_undone_entry (
  number BIGINT PRIMARY KEY,
  company BIGINT NOT NULL,
  happened BIGINT NOT NULL,
  learned BIGINT NOT NULL,
  import BIGINT NOT NULL,
  -- The entries that it answers.
  first_entry BIGINT NOT NULL,
  last_entry BIGINT NOT NULL,
  -- The first entry of the undoing: reversals from there to this entry are part of it.
  begun BIGINT NOT NULL,
  reason TEXT NOT NULL,
  UNIQUE (import)
) /*sqlite: STRICT */;

-- A number, or a status, whose import was undone may be booked again.
DROP INDEX document_reference;
CREATE INDEX document_reference ON document_entry (company, kind, reference);
DROP INDEX lifecycle_fingerprint;
CREATE INDEX lifecycle_fingerprint ON lifecycle_entry (company, fingerprint);
