-- Statuses of electronic invoices (e-invoicing reform), kept apart from the incidents: a firm
-- receives several for each invoice, and only those of open invoices are read each day.

CREATE TABLE lifecycle_entry (
  number BIGINT PRIMARY KEY,
  company BIGINT NOT NULL,
  customer BIGINT,
  currency TEXT NOT NULL,
  happened BIGINT NOT NULL,
  learned BIGINT NOT NULL,
  import BIGINT,
  document BIGINT,
  kind BIGINT NOT NULL CHECK (kind IN (1, 2)),
  reference TEXT NOT NULL CHECK (reference <> ''),
  issued BIGINT,
  code BIGINT NOT NULL,
  time TEXT NOT NULL,
  amount BIGINT,
  amount_kind TEXT NOT NULL,
  reasons TEXT NOT NULL,
  fingerprint BIGINT NOT NULL
) /*sqlite: STRICT */;

CREATE UNIQUE INDEX lifecycle_fingerprint ON lifecycle_entry (company, fingerprint);
CREATE INDEX lifecycle_document ON lifecycle_entry (document) WHERE document IS NOT NULL;
CREATE INDEX lifecycle_customer ON lifecycle_entry (company, customer);
CREATE INDEX lifecycle_waiting ON lifecycle_entry (company, reference) WHERE document IS NULL;
