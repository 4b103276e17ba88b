-- The customer's account in the firm's own books (compte auxiliaire): a FEC knows customers by it.
ALTER TABLE customer_entry ADD COLUMN ledger_account TEXT NOT NULL DEFAULT '';
