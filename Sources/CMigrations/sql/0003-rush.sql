-- Rush orders (commandes urgentes): what was offered, what was answered, which invoice followed.
-- Facts. Never updated, never deleted.

CREATE TABLE rush_entry (
  number BIGINT PRIMARY KEY,
  company BIGINT NOT NULL,
  customer BIGINT NOT NULL,
  currency TEXT NOT NULL,
  happened BIGINT NOT NULL,
  learned BIGINT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('offer', 'answer', 'invoice')),
  -- The offer that an answer or an invoice belongs to.
  offer BIGINT,
  document BIGINT,
  amount BIGINT,
  worth BIGINT,
  usual_lead BIGINT,
  asked_lead BIGINT,
  usual_term TEXT,
  -- The term asked in return, or agreed.
  term TEXT,
  policy TEXT,
  purchase_order TEXT,
  outcome TEXT CHECK (outcome IN ('accepted', 'refused', 'noAnswer')),
  counterpart TEXT,
  words TEXT NOT NULL
) /*sqlite: STRICT */;

CREATE INDEX rush_customer ON rush_entry (company, customer);
CREATE INDEX rush_offer ON rush_entry (offer) WHERE offer IS NOT NULL;

-- The day of the customer's order, where the invoice says it: from it the lead time is known.
ALTER TABLE document_entry ADD COLUMN ordered BIGINT;

CREATE INDEX document_ordered ON document_entry (company, customer) WHERE ordered IS NOT NULL;
