-- Dunning plans: the versions that people saved, and which of them decides from when on.
-- Facts. Never updated, never deleted.

CREATE TABLE plan_entry (
  number BIGINT PRIMARY KEY,
  company BIGINT NOT NULL,
  happened BIGINT NOT NULL,
  learned BIGINT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('saved', 'activated')),
  plan TEXT NOT NULL CHECK (plan <> ''),
  -- Null when the plan is put aside.
  version BIGINT,
  text TEXT NOT NULL,
  words TEXT NOT NULL
) /*sqlite: STRICT */;

CREATE INDEX plan_entry_plan ON plan_entry (company, plan);
