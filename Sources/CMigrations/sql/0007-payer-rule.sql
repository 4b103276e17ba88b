-- Who pays for whom, and what is never a customer's payment, as people said or showed it.
-- Facts. Never updated, never deleted.

CREATE TABLE payer_rule_entry (
  number BIGINT PRIMARY KEY,
  company BIGINT NOT NULL,
  customer BIGINT,
  happened BIGINT NOT NULL,
  learned BIGINT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('confirmed', 'pays', 'doesNotPay', 'neverPays')),
  payer TEXT NOT NULL,
  iban TEXT NOT NULL,
  words TEXT NOT NULL,
  -- The bank line it was learned from.
  line BIGINT
) /*sqlite: STRICT */;

CREATE INDEX payer_rule_line ON payer_rule_entry (line) WHERE line IS NOT NULL;
