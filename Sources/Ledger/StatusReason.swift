/// Why a status was given: a code of the norm, the sender's words, or both (R11.7).
public struct StatusReason: Hashable, Sendable {
  public let code: String
  public let words: String

  public init(code: String, words: String) {
    self.code = code
    self.words = words
  }

  /// The sender's words, else the meaning of the code, with the code.
  public var french: String {
    let text = words.isEmpty ? StatusReason.meanings[code]?.french ?? "" : words
    return text.isEmpty ? code : code.isEmpty ? text : "\(text) (\(code))"
  }

  /// The meaning of the code, with the code and the sender's own words.
  public var english: String {
    guard let meaning = StatusReason.meanings[code]?.english else {
      return words.isEmpty ? code : code.isEmpty ? words : "\(words) (\(code))"
    }
    return words.isEmpty ? "\(meaning) (\(code))" : "\(meaning) (\(code)): “\(words)”"
  }

  private static let field: Character = "\u{1F}"
  private static let record: Character = "\u{1E}"

  /// The text that keeps reasons in the book.
  public static func stored(_ reasons: [StatusReason]) -> String {
    reasons.map { reason in
      [reason.code, reason.words]
        .map { String($0.filter { $0 != field && $0 != record }) }
        .joined(separator: String(field))
    }.joined(separator: String(record))
  }

  /// The reasons that a stored text keeps.
  public static func read(_ stored: String) -> [StatusReason] {
    stored.split(separator: record).map { text in
      let parts = text.split(separator: field, maxSplits: 1, omittingEmptySubsequences: false)
      return StatusReason(
        code: String(parts[0]), words: parts.count > 1 ? String(parts[1]) : "")
    }
  }

  private static let meanings: [String: (french: String, english: String)] = [
    "NON_TRANSMISE": ("destinataire non raccordé", "recipient not connected"),
    "JUSTIF_ABS": ("justificatif absent ou insuffisant", "supporting document missing"),
    "ROUTAGE_ERR": ("erreur de routage", "routing error"),
    "AUTRE": ("autre motif", "another reason"),
    "COORD_BANC_ERR": ("coordonnées bancaires erronées", "wrong bank details"),
    "TX_TVA_ERR": ("taux de TVA erroné", "wrong VAT rate"),
    "MONTANTTOTAL_ERR": ("montant total erroné", "wrong total"),
    "CALCUL_ERR": ("erreur de calcul", "error of calculation"),
    "NON_CONFORME": ("non conforme", "not as agreed"),
    "DOUBLON": ("facture en double", "duplicate invoice"),
    "DEST_INC": ("destinataire inconnu", "unknown recipient"),
    "DEST_ERR": ("erreur de destinataire", "wrong recipient"),
    "TRANSAC_INC": ("transaction inconnue", "unknown transaction"),
    "EMMET_INC": ("émetteur inconnu", "unknown sender"),
    "CONTRAT_TERM": ("contrat terminé", "contract ended"),
    "DOUBLE_FACT": ("double facturation", "invoiced twice"),
    "CMD_ERR": ("commande absente ou erronée", "order number missing or wrong"),
    "ADR_ERR": ("adresse électronique erronée", "wrong electronic address"),
    "SIRET_ERR": ("SIRET absent ou erroné", "SIRET missing or wrong"),
    "CODE_ROUTAGE_ERR": ("code de routage absent ou erroné", "routing code missing or wrong"),
    "REF_CT_ABSENT": ("référence du contrat absente", "contract reference missing"),
    "REF_ERR": ("référence erronée", "wrong reference"),
    "PU_ERR": ("prix unitaire erroné", "wrong unit price"),
    "REM_ERR": ("remise erronée", "wrong discount"),
    "QTE_ERR": ("quantité erronée", "wrong quantity"),
    "ART_ERR": ("article erroné", "wrong item"),
    "MODPAI_ERR": ("modalités de paiement erronées", "wrong payment terms"),
    "QUALITE_ERR": ("qualité contestée", "quality contested"),
    "LIVR_INCOMP": ("livraison incomplète", "incomplete delivery"),
    "REJ_SEMAN": ("erreur de contenu", "error of content"),
    "REJ_UNI": ("numéro déjà utilisé", "number used before"),
    "REJ_COH": ("données incohérentes", "inconsistent data"),
    "REJ_ADR": ("adresse absente de l’annuaire", "address not in the directory"),
    "REJ_CONT_B2G": ("contrôle des acheteurs publics", "check of public buyers"),
    "REJ_REF_PJ": ("référence de pièce jointe erronée", "wrong attachment reference"),
    "REJ_ASS_PJ": ("pièce jointe non associée", "attachment not associated"),
    "IRR_VIDE_F": ("fichier vide", "empty file"),
    "IRR_TYPE_F": ("type de fichier refusé", "file type refused"),
    "IRR_SYNTAX": ("erreur de syntaxe", "syntax error"),
    "IRR_TAILLE_PJ": ("pièce jointe trop lourde", "attachment too large"),
    "IRR_NOM_PJ": ("nom de pièce jointe refusé", "attachment name refused"),
    "IRR_VID_PJ": ("pièce jointe vide", "empty attachment"),
    "IRR_EXT_DOC": ("extension de pièce jointe refusée", "attachment extension refused"),
    "IRR_TAILLE_F": ("fichier trop lourd", "file too large"),
    "IRR_ANTIVIRUS": ("refusé par l’antivirus", "refused by the virus scanner"),
  ]
}
