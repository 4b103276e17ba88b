-- What a person did about a message that came in: filed with another customer, dealt with.
-- Facts. Never updated, never deleted; a wrong one is answered by a reversal.

CREATE TABLE reply_entry (
  number BIGINT PRIMARY KEY,
  company BIGINT NOT NULL,
  -- Whose it is: nobody's for one that concerns none of our customers.
  customer BIGINT,
  happened BIGINT NOT NULL,
  learned BIGINT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('answered', 'filed')),
  -- The message that came in, by its entry.
  reply BIGINT NOT NULL,
  -- Where it was filed before.
  former BIGINT,
  outcome TEXT NOT NULL,
  -- The entries written down with it, which go when it is taken back.
  facts TEXT NOT NULL,
  person TEXT NOT NULL,
  words TEXT NOT NULL
) /*sqlite: STRICT */;

CREATE INDEX reply_target ON reply_entry (reply);
CREATE INDEX reply_customer ON reply_entry (company, customer);
CREATE INDEX received_reply ON received_entry (company, number) WHERE kind = 'reply';
