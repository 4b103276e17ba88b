-- By what the customer pays as a rule, as its file says; empty when none does.
ALTER TABLE customer_entry ADD COLUMN means TEXT NOT NULL DEFAULT ''
  CHECK (means IN ('', 'transfer', 'directDebit', 'cheque', 'card', 'bill', 'cash'));
