-- What it takes to mend the records of a table that were not taken, and what became of them since.
-- Facts. Never updated, never deleted.

CREATE TABLE import_table_entry (
  import BIGINT PRIMARY KEY REFERENCES import (number),
  delimiter TEXT NOT NULL,
  -- One name a column, a unit separator between.
  header TEXT NOT NULL,
  -- Our account, where lines above a bank's table name it.
  account TEXT NOT NULL,
  -- How the columns were found, and which hold what: empty where the header says it.
  source TEXT NOT NULL,
  columns TEXT NOT NULL
) /*sqlite: STRICT */;

-- A rejected record came again: whatever became of it, a later import tells.
CREATE TABLE rejection_answer_entry (
  import BIGINT NOT NULL,
  position BIGINT NOT NULL,
  answer BIGINT NOT NULL REFERENCES import (number),
  company BIGINT NOT NULL,
  learned BIGINT NOT NULL,
  PRIMARY KEY (import, position, answer)
) /*sqlite: STRICT, WITHOUT ROWID */;
