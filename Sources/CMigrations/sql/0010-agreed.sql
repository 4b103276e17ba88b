-- Promises, disputes and instalment plans as things of their own.

-- The entry that an incident answers: the dispute of a resolution, the plan of an agreement.
ALTER TABLE incident_entry ADD COLUMN answers BIGINT;
-- Who said it, who deals with it, whom to ask for.
ALTER TABLE incident_entry ADD COLUMN person TEXT;
-- The parts of an instalment plan: 2026-12-15:50000 2027-01-15:50000, in cents.
ALTER TABLE incident_entry ADD COLUMN parts TEXT;
