-- What people said of the columns of bank tables, by the layout of each, and what they took back.
-- Facts. Never updated, never deleted: the newest entry of a layout holds.

CREATE TABLE columns_entry (
  number BIGINT PRIMARY KEY,
  company BIGINT NOT NULL,
  learned BIGINT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('said', 'forgotten')),
  -- The same for all tables of the same header, columns and separator.
  layout TEXT NOT NULL CHECK (layout <> ''),
  -- The header and the file that people know it by.
  header TEXT NOT NULL,
  file TEXT NOT NULL,
  -- date=1,label=3,debit=4,credit=5
  columns TEXT NOT NULL
) /*sqlite: STRICT */;

CREATE INDEX columns_entry_layout ON columns_entry (company, layout);
