-- The content of the files that a message itself holds. It is needed as long as the message may
-- leave, and once it has left: one that was taken out keeps its words, and which files it had.
-- Working data: erased in the transaction that takes the message out.

ALTER TABLE attachment_entry RENAME TO former_attachment;

-- The facts: name, kind and size; the digest of a file whose content rests in the archive.
CREATE TABLE attachment_entry (
  message BIGINT NOT NULL,
  position BIGINT NOT NULL,
  name TEXT NOT NULL,
  type TEXT NOT NULL,
  byte_count BIGINT NOT NULL,
  digest TEXT,
  PRIMARY KEY (message, position)
) /*sqlite: STRICT */;

CREATE TABLE message_file (
  message BIGINT NOT NULL,
  position BIGINT NOT NULL,
  bytes BYTEA NOT NULL,
  PRIMARY KEY (message, position)
) /*sqlite: STRICT */;

INSERT INTO attachment_entry
  SELECT message, position, name, type, coalesce(byte_count, length(bytes)), digest
  FROM former_attachment;
INSERT INTO message_file
  SELECT message, position, bytes FROM former_attachment
  WHERE digest IS NULL
    AND message NOT IN (SELECT message FROM outbox WHERE state = 'cancelled');
DROP TABLE former_attachment;
