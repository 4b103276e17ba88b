extension Refusal {
  /// What was found and the remedy, without the file and the place.
  public var words: Phrase {
    switch kind {
    case .missing, .empty, .directory, .notAFile, .noPermission, .unreadable, .tooLarge,
      .notRecognised:
      fileWords
    case .doctype, .invalidXML, .excessiveXML, .wrongRoot, .missingElement: xmlWords
    case .invalidJSON, .excessiveJSON: jsonWords
    case .noInvoiceInPDF, .severalInvoices, .encryptedPDF, .damagedPDF, .excessivePDF, .noPDFReader:
      pdfWords
    case .damagedStatement(let what):
      Phrase(
        french: "relevé endommagé ou tronqué\u{A0}: \(what.french). Téléchargez-le à nouveau.",
        english: "damaged or truncated statement: \(what.english). Download it again.")
    case .foreignFile(let kind): kind.words
    case .foreignCharacters(let code):
      Phrase(
        french: "le fichier est écrit en \(code). Demandez-le en ASCII, ISO-8859-1 ou UTF-8.",
        english: "the file is written in \(code). Ask for it in ASCII, ISO-8859-1 or UTF-8.")
    case .unknownColumns(let lacking):
      Phrase(
        french: "colonnes non reconnues\u{A0}: \(lacking.french)",
        english: "columns not recognised: \(lacking.english)")
    case .otherTable(let words): words
    case .columnsElsewhere(let format):
      Phrase(
        french: "ce fichier est lu comme \(format.name.french)\u{A0}: on n’y nomme pas de "
          + "colonnes. Importez-le sans --columns.",
        english: "the file is read as \(format.name.english): no columns are named there. "
          + "Import it without --columns.")
    case .wrongColumns(let what):
      Phrase(
        french: "ces colonnes ne conviennent pas\u{A0}: \(what.french). Rien n’a été repris.",
        english: "these columns do not fit: \(what.english). Nothing was taken.")
    }
  }

  private var fileWords: Phrase {
    switch kind {
    case .missing:
      Phrase(
        french: "ce fichier n’existe pas. Vérifiez le chemin.",
        english: "no such file. Check the path.")
    case .empty:
      Phrase(
        french: "le fichier est vide. Exportez-le à nouveau.",
        english: "the file is empty. Export it again.")
    case .directory:
      Phrase(
        french: "c’est un dossier, pas un fichier. Donnez les fichiers qu’il contient.",
        english: "this is a folder, not a file. Give the files inside it.")
    case .notAFile:
      Phrase(
        french: "ce n’est pas un fichier ordinaire. Enregistrez les données dans un fichier.",
        english: "this is not a regular file. Save the data to a file first.")
    case .noPermission:
      Phrase(
        french: "lecture interdite. Donnez-vous le droit de lire ce fichier.",
        english: "permission denied. Give yourself the right to read this file.")
    case .unreadable(let reason):
      Phrase(
        french: "lecture impossible (\(reason)). Copiez le fichier sur ce disque et recommencez.",
        english: "cannot be read (\(reason)). Copy the file to this disk and try again.")
    case .tooLarge(let limit):
      Phrase(
        french: "le fichier dépasse \(limit)\u{A0}Mo pour ce format. Découpez l’export.",
        english: "the file exceeds \(limit) MB for this format. Split the export.")
    default:
      Phrase(
        french: "format non reconnu. Sont lus\u{A0}: Factur-X (PDF), CII, UBL, "
          + "CAMT.052/053/054, MT940, OFX, CFONB 120, QIF, FEC, CDAR, BODACC et CSV. "
          + "Demandez l’un de ces formats.",
        english: "format not recognised. These are read: Factur-X (PDF), CII, UBL, "
          + "CAMT.052/053/054, MT940, OFX, CFONB 120, QIF, FEC, CDAR, BODACC and CSV. "
          + "Ask for one of them.")
    }
  }

  private var xmlWords: Phrase {
    switch kind {
    case .doctype:
      Phrase(
        french: "le document déclare un DOCTYPE, refusé par sécurité. Retirez cette déclaration "
          + "ou redemandez le fichier.",
        english: "the document declares a DOCTYPE, refused for safety. Remove it or ask for the "
          + "file again.")
    case .invalidXML(let reason):
      Phrase(
        french: "XML mal formé ou tronqué (\(reason)). Redemandez le fichier complet.",
        english: "malformed or truncated XML (\(reason)). Ask for the whole file again.")
    case .excessiveXML(let what):
      Phrase(
        french: "document hors normes (\(what.french)). Redemandez le fichier.",
        english: "document beyond all bounds (\(what.english)). Ask for the file again.")
    case .wrongRoot(let name):
      Phrase(
        french: "document XML «\u{A0}\(name)\u{A0}» non pris en charge. Sont lus\u{A0}: CII, UBL, "
          + "CAMT.052/053/054, OFX, CDAR et BODACC (PCL).",
        english: "XML document \"\(name)\" not supported. These are read: CII, UBL, "
          + "CAMT.052/053/054, OFX, CDAR and BODACC (PCL).")
    case .missingElement(let name):
      Phrase(
        french: "élément «\u{A0}\(name)\u{A0}» absent. Redemandez le fichier à son émetteur.",
        english: "element \"\(name)\" is missing. Ask the sender for the file again.")
    default: Phrase("")
    }
  }

  private var jsonWords: Phrase {
    switch kind {
    case .excessiveJSON(let what):
      Phrase(
        french: "JSON hors normes (\(what.french)). Redemandez le fichier.",
        english: "JSON beyond all bounds (\(what.english)). Ask for the file again.")
    case .invalidJSON(let found):
      Phrase(
        french:
          "JSON mal formé ou tronqué («\u{A0}\(found)\u{A0}»). Redemandez le fichier complet.",
        english: "malformed or truncated JSON (\"\(found)\"). Ask for the whole file again.")
    default: Phrase("")
    }
  }

  private var pdfWords: Phrase {
    switch kind {
    case .noInvoiceInPDF:
      Phrase(
        french: "ce PDF ne contient pas de facture électronique. Pour le garder comme copie "
          + "d’une facture du livre, nommez-le d’après elle (FA-2026-0012.pdf), ou ajoutez-le sur "
          + "sa page\u{A0}; sinon, demandez un Factur-X ou saisissez la facture par CSV.",
        english: "this PDF carries no electronic invoice. To keep it as the copy of an invoice of "
          + "the book, name it after its invoice (FA-2026-0012.pdf), or add it on the invoice's "
          + "page; else ask for a Factur-X file, or enter the invoice by CSV.")
    case .severalInvoices(let numbers):
      Phrase(
        french: "le nom de ce PDF va avec plusieurs factures\u{A0}: "
          + "\(numbers.prefix(5).joined(separator: ", ")). Ne laissez que le numéro de la sienne, "
          + "ou ajoutez-le sur sa page.",
        english: "the name of this PDF fits several invoices: "
          + "\(numbers.prefix(5).joined(separator: ", ")). Leave only the number of its own, or "
          + "add it on the invoice's page.")
    case .encryptedPDF:
      Phrase(
        french: "ce PDF est chiffré. Demandez-le sans mot de passe.",
        english: "this PDF is encrypted. Ask for it without a password.")
    case .excessivePDF:
      Phrase(
        french: "l’ouverture de ce PDF demande trop de temps ou de mémoire. Redemandez-le.",
        english: "opening this PDF takes too much time or memory. Ask for it again.")
    case .noPDFReader:
      Phrase(
        french: "le lecteur de PDF n’a pas pu démarrer. Réinstallez le programme.",
        english: "the PDF reader could not be started. Reinstall the program.")
    default:
      Phrase(
        french: "PDF endommagé ou tronqué. Redemandez-le.",
        english: "damaged or truncated PDF. Ask for it again.")
    }
  }
}
