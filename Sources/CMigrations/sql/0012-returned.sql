-- Payments that came back, of all customers at once: they are few among many lines.
CREATE INDEX bank_line_returned ON bank_line_entry (company, return_reason)
  WHERE return_reason IS NOT NULL;
