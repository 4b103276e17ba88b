-- The same movement told by two formats: known again by what it is, not by the bank's numbering.

-- Why a payment came back, as an ISO 20022 code or the bank's own.
ALTER TABLE bank_line_entry ADD COLUMN return_reason TEXT;
-- What the bank booked as one amount, of which the line is a detail.
ALTER TABLE bank_line_entry ADD COLUMN batch_total BIGINT;

-- Equal movements of one day may be several: the fingerprint alone no longer tells them apart.
DROP INDEX bank_line_fingerprint;
DROP INDEX bank_line_day;
CREATE INDEX bank_line_movement
  ON bank_line_entry (company, happened, (coalesce(batch_total, amount)));
CREATE INDEX statement_import ON statement_entry (import);
