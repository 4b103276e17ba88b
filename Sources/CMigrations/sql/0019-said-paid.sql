-- What a customer says to have paid was written down as a promise by earlier versions. Such an entry
-- is known for certain by the call that was booked right behind it in its transaction, or by the
-- reply with which it was booked. It stays as it was written, and is read as what it was: said on
-- this day.
-- Derived from the facts.

CREATE TABLE said_paid_before (
  entry BIGINT PRIMARY KEY,
  said BIGINT NOT NULL
) /*sqlite: STRICT */;

INSERT INTO said_paid_before
  SELECT p.number, p.happened FROM incident_entry p
  WHERE p.kind = 'promise' AND (
    EXISTS (SELECT 1 FROM incident_entry c WHERE c.number = p.number + 1
      AND c.customer = p.customer AND c.kind = 'reminder' AND c.channel = 'call'
      AND (c.words = 'dit avoir payé / says it has paid'
        OR c.words LIKE 'dit avoir payé / says it has paid · %'))
    OR EXISTS (SELECT 1 FROM reply_entry a WHERE a.kind = 'answered' AND a.outcome = 'paid'
      AND a.customer = p.customer
      AND (a.facts = CAST(p.number AS TEXT) OR a.facts LIKE CAST(p.number AS TEXT) || ' %')));
