-- Copies: the PDF of an invoice. The content rests beside the book, under its digest.
-- Facts. Never updated, never deleted; a wrong one is answered by a reversal.

CREATE TABLE copy_entry (
  number BIGINT PRIMARY KEY,
  company BIGINT NOT NULL,
  customer BIGINT NOT NULL,
  happened BIGINT NOT NULL,
  learned BIGINT NOT NULL,
  import BIGINT,
  document BIGINT NOT NULL,
  name TEXT NOT NULL,
  digest TEXT NOT NULL CHECK (digest <> ''),
  byte_count BIGINT NOT NULL CHECK (byte_count > 0)
) /*sqlite: STRICT */;

CREATE INDEX copy_document ON copy_entry (document);

-- A file of a message whose content rests there too: its bytes are not stored again.
ALTER TABLE attachment_entry ADD COLUMN digest TEXT;
ALTER TABLE attachment_entry ADD COLUMN byte_count BIGINT;
