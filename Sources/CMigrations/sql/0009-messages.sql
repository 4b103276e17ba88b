-- Messages: what was put into the outbox, what happened to it, and what came back.
-- Facts. Never updated, never deleted.

CREATE TABLE message_entry (
  number BIGINT PRIMARY KEY,
  company BIGINT NOT NULL,
  customer BIGINT NOT NULL,
  currency TEXT NOT NULL,
  happened BIGINT NOT NULL,
  learned BIGINT NOT NULL,
  key TEXT NOT NULL CHECK (key <> ''),
  purpose TEXT NOT NULL,
  channel TEXT NOT NULL,
  mode TEXT NOT NULL CHECK (mode IN ('automatic', 'afterConfirmation')),
  recipient TEXT NOT NULL,
  subject TEXT NOT NULL,
  text TEXT NOT NULL,
  language TEXT NOT NULL CHECK (language IN ('fr', 'en')),
  documents TEXT NOT NULL,
  asking BIGINT NOT NULL,
  principal BIGINT NOT NULL,
  -- The entry of the reminder, and the earlier message of the same case.
  reminder BIGINT,
  follows BIGINT
) /*sqlite: STRICT */;

CREATE INDEX message_customer ON message_entry (company, customer);

CREATE TABLE attachment_entry (
  message BIGINT NOT NULL,
  position BIGINT NOT NULL,
  name TEXT NOT NULL,
  type TEXT NOT NULL,
  bytes BYTEA NOT NULL,
  PRIMARY KEY (message, position)
) /*sqlite: STRICT */;

CREATE TABLE message_event_entry (
  number BIGINT PRIMARY KEY,
  company BIGINT NOT NULL,
  customer BIGINT,
  happened BIGINT NOT NULL,
  learned BIGINT NOT NULL,
  message BIGINT NOT NULL,
  kind TEXT NOT NULL,
  -- Seconds since 1970.
  moment BIGINT NOT NULL,
  until_moment BIGINT,
  words TEXT NOT NULL
) /*sqlite: STRICT */;

CREATE INDEX message_event_message ON message_event_entry (message);

CREATE TABLE received_entry (
  number BIGINT PRIMARY KEY,
  company BIGINT NOT NULL,
  customer BIGINT,
  happened BIGINT NOT NULL,
  learned BIGINT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('reply', 'autoReply', 'bounce', 'delay')),
  sender TEXT NOT NULL,
  subject TEXT NOT NULL,
  text TEXT NOT NULL,
  answers BIGINT,
  status TEXT NOT NULL,
  failed_recipient TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  moment BIGINT NOT NULL
) /*sqlite: STRICT */;

CREATE UNIQUE INDEX received_fingerprint ON received_entry (company, fingerprint);
CREATE INDEX received_customer ON received_entry (company, customer);

-- Derived in the same transaction as the facts.

CREATE TABLE outbox (
  message BIGINT PRIMARY KEY,
  company BIGINT NOT NULL,
  customer BIGINT NOT NULL,
  key TEXT NOT NULL,
  channel TEXT NOT NULL,
  state TEXT NOT NULL,
  -- The last event, when the next try may be made, and the tries made so far.
  moment BIGINT NOT NULL,
  until_moment BIGINT NOT NULL,
  tries BIGINT NOT NULL
) /*sqlite: STRICT */;

-- Exactly once: one message of a key stands at a time, whoever asks for it.
CREATE UNIQUE INDEX outbox_key ON outbox (company, key) WHERE state <> 'cancelled';
CREATE INDEX outbox_state ON outbox (company, state, message);
CREATE INDEX outbox_sent ON outbox (company, moment) WHERE state = 'sent';
CREATE INDEX outbox_customer ON outbox (company, customer);
CREATE INDEX outbox_cancelled ON outbox (company, key) WHERE state = 'cancelled';
