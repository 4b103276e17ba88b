-- The book: facts that are only ever added, and what is derived from them.
--
-- Written for SQLite and PostgreSQL 15 alike. SQLite reads BIGINT as INTEGER and takes the words in
-- /*sqlite: … */ as part of the statement; PostgreSQL takes them for comments.
-- Days are counted from 1 January 1970; amounts are in the currency's minor unit (cents).

CREATE TABLE company (
  id BIGINT PRIMARY KEY,
  name TEXT NOT NULL
) /*sqlite: STRICT */;

CREATE TABLE setting (
  company BIGINT NOT NULL REFERENCES company (id),
  name TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (company, name)
) /*sqlite: STRICT, WITHOUT ROWID */;

CREATE TABLE counter (
  name TEXT PRIMARY KEY,
  value BIGINT NOT NULL
) /*sqlite: STRICT, WITHOUT ROWID */;

-- One file taken in, with what became of its records.
CREATE TABLE import (
  number BIGINT PRIMARY KEY,
  company BIGINT NOT NULL REFERENCES company (id),
  learned BIGINT NOT NULL,
  file TEXT NOT NULL,
  bytes BIGINT NOT NULL,
  digest TEXT NOT NULL,
  format TEXT NOT NULL,
  accepted BIGINT NOT NULL,
  known BIGINT NOT NULL,
  rejected BIGINT NOT NULL,
  UNIQUE (company, digest)
) /*sqlite: STRICT */;

CREATE TABLE rejection (
  import BIGINT NOT NULL REFERENCES import (number),
  position BIGINT NOT NULL,
  place TEXT NOT NULL,
  field TEXT NOT NULL,
  found TEXT NOT NULL,
  wanted TEXT NOT NULL,
  message TEXT NOT NULL,
  raw TEXT NOT NULL,
  PRIMARY KEY (import, position)
) /*sqlite: STRICT, WITHOUT ROWID */;

-- Facts. Never updated, never deleted.

CREATE TABLE customer_entry (
  number BIGINT PRIMARY KEY,
  company BIGINT NOT NULL,
  customer BIGINT NOT NULL,
  happened BIGINT NOT NULL,
  learned BIGINT NOT NULL,
  import BIGINT,
  code TEXT NOT NULL,
  name TEXT NOT NULL CHECK (name <> ''),
  kind TEXT NOT NULL CHECK (kind IN ('business', 'publicBuyer', 'consumer')),
  language TEXT NOT NULL CHECK (language IN ('fr', 'en')),
  siren TEXT NOT NULL,
  siret TEXT NOT NULL,
  vat_number TEXT NOT NULL,
  iban TEXT NOT NULL,
  street TEXT NOT NULL,
  postcode TEXT NOT NULL,
  city TEXT NOT NULL,
  country TEXT NOT NULL,
  email TEXT NOT NULL,
  phone TEXT NOT NULL,
  parent TEXT NOT NULL,
  term TEXT NOT NULL
) /*sqlite: STRICT */;

CREATE INDEX customer_entry_customer ON customer_entry (company, customer);

CREATE TABLE document_entry (
  number BIGINT PRIMARY KEY,
  company BIGINT NOT NULL,
  customer BIGINT NOT NULL,
  currency TEXT NOT NULL,
  happened BIGINT NOT NULL,
  learned BIGINT NOT NULL,
  import BIGINT,
  kind BIGINT NOT NULL CHECK (kind IN (1, 2)),
  reference TEXT NOT NULL CHECK (reference <> ''),
  due BIGINT NOT NULL,
  due_deduced BIGINT NOT NULL CHECK (due_deduced IN (0, 1)),
  delivery BIGINT,
  term TEXT,
  net BIGINT NOT NULL,
  tax BIGINT NOT NULL,
  gross BIGINT NOT NULL,
  payable BIGINT NOT NULL,
  purchase_order TEXT,
  payment_reference TEXT,
  corrects TEXT,
  reason TEXT,
  instalments BIGINT NOT NULL CHECK (instalments >= 1)
) /*sqlite: STRICT */;

CREATE UNIQUE INDEX document_reference ON document_entry (company, kind, reference);
CREATE INDEX document_customer ON document_entry (company, customer);

CREATE TABLE instalment_entry (
  document BIGINT NOT NULL,
  position BIGINT NOT NULL,
  due BIGINT NOT NULL,
  amount BIGINT NOT NULL,
  PRIMARY KEY (document, position)
) /*sqlite: STRICT, WITHOUT ROWID */;

CREATE TABLE bank_line_entry (
  number BIGINT PRIMARY KEY,
  company BIGINT NOT NULL,
  currency TEXT NOT NULL,
  happened BIGINT NOT NULL,
  learned BIGINT NOT NULL,
  import BIGINT,
  account TEXT NOT NULL,
  value_day BIGINT,
  amount BIGINT NOT NULL,
  payer TEXT,
  payer_iban TEXT,
  words TEXT,
  end_to_end TEXT,
  reference TEXT,
  part BIGINT NOT NULL,
  operation TEXT NOT NULL,
  fingerprint BIGINT NOT NULL
) /*sqlite: STRICT */;

CREATE UNIQUE INDEX bank_line_fingerprint ON bank_line_entry (company, fingerprint);
CREATE INDEX bank_line_day ON bank_line_entry (company, happened);

CREATE TABLE statement_entry (
  number BIGINT PRIMARY KEY,
  company BIGINT NOT NULL,
  currency TEXT NOT NULL,
  happened BIGINT NOT NULL,
  learned BIGINT NOT NULL,
  import BIGINT,
  account TEXT NOT NULL,
  first_day BIGINT,
  last_day BIGINT,
  opening BIGINT,
  closing BIGINT
) /*sqlite: STRICT */;

CREATE INDEX statement_account ON statement_entry (company, account, last_day);

CREATE TABLE allocation_entry (
  number BIGINT PRIMARY KEY,
  company BIGINT NOT NULL,
  customer BIGINT NOT NULL,
  currency TEXT NOT NULL,
  happened BIGINT NOT NULL,
  learned BIGINT NOT NULL,
  line BIGINT,
  document BIGINT,
  amount BIGINT NOT NULL CHECK (amount <> 0),
  mode TEXT NOT NULL CHECK (mode IN ('applied', 'confirmed', 'setOff')),
  score BIGINT NOT NULL CHECK (score BETWEEN 0 AND 1000),
  reasons TEXT NOT NULL,
  credit_reason TEXT
) /*sqlite: STRICT */;

CREATE INDEX allocation_document ON allocation_entry (document);
CREATE INDEX allocation_line ON allocation_entry (line);
CREATE INDEX allocation_on_account ON allocation_entry (company, customer) WHERE document IS NULL;

CREATE TABLE reversal_entry (
  number BIGINT PRIMARY KEY,
  company BIGINT NOT NULL,
  customer BIGINT,
  happened BIGINT NOT NULL,
  learned BIGINT NOT NULL,
  target BIGINT NOT NULL,
  reason TEXT NOT NULL,
  UNIQUE (target)
) /*sqlite: STRICT */;

-- Promises, disputes, insolvencies, waivers, write-offs, reminders, snoozes, lines set aside.
CREATE TABLE incident_entry (
  number BIGINT PRIMARY KEY,
  company BIGINT NOT NULL,
  customer BIGINT,
  currency TEXT NOT NULL,
  happened BIGINT NOT NULL,
  learned BIGINT NOT NULL,
  kind TEXT NOT NULL,
  document BIGINT,
  line BIGINT,
  amount BIGINT,
  day BIGINT,
  label TEXT NOT NULL,
  channel TEXT NOT NULL,
  documents TEXT NOT NULL,
  words TEXT NOT NULL
) /*sqlite: STRICT */;

CREATE INDEX incident_customer ON incident_entry (company, customer);
CREATE INDEX incident_document ON incident_entry (document) WHERE document IS NOT NULL;

-- Derived in the same transaction as the facts; `encaisse verify` derives them anew and compares.

CREATE TABLE customer (
  id BIGINT PRIMARY KEY,
  company BIGINT NOT NULL,
  code TEXT NOT NULL,
  entry BIGINT NOT NULL,
  key TEXT NOT NULL
) /*sqlite: STRICT */;

CREATE INDEX customer_code ON customer (company, code);
CREATE INDEX customer_key ON customer (company, key);

CREATE TABLE open_item (
  company BIGINT NOT NULL,
  customer BIGINT NOT NULL,
  document BIGINT NOT NULL,
  currency TEXT NOT NULL,
  due BIGINT NOT NULL,
  open BIGINT NOT NULL CHECK (open <> 0),
  touched BIGINT NOT NULL CHECK (touched IN (0, 1)),
  PRIMARY KEY (company, customer, document)
) /*sqlite: STRICT, WITHOUT ROWID */;

CREATE TABLE open_line (
  company BIGINT NOT NULL,
  line BIGINT NOT NULL,
  currency TEXT NOT NULL,
  booked BIGINT NOT NULL,
  open BIGINT NOT NULL CHECK (open <> 0),
  PRIMARY KEY (company, line)
) /*sqlite: STRICT, WITHOUT ROWID */;

-- What the program thinks a line may pay, until a person has looked. Made anew by each run.
CREATE TABLE proposal (
  line BIGINT NOT NULL,
  position BIGINT NOT NULL,
  company BIGINT NOT NULL,
  customer BIGINT,
  document BIGINT,
  amount BIGINT NOT NULL,
  score BIGINT NOT NULL,
  reasons TEXT NOT NULL,
  PRIMARY KEY (line, position)
) /*sqlite: STRICT, WITHOUT ROWID */;

CREATE INDEX proposal_customer ON proposal (company, customer);
