-- The hours of the plans decide when messages leave, no longer those of the mail settings. Where the
-- mail settings were saved, their hours stay those of each plan saved by this entry.
INSERT INTO setting (company, name, value)
SELECT s.company, 'plan.formerHoursThrough',
  (SELECT CAST(c.value AS TEXT) FROM counter c WHERE c.name = 'entry')
FROM setting s WHERE s.name = 'mail.opens';
