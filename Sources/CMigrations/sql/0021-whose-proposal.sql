-- Each part of a proposal is its document's customer's: the cheques of one deposit are those of several.
UPDATE proposal SET customer = (
  SELECT document_entry.customer FROM document_entry WHERE document_entry.number = proposal.document
) WHERE document IN (SELECT number FROM document_entry);
