import Printing

/// All that can be asked of the site, in one table.
let routes: [Route] = [
  // What is read.
  .page("/", todayPage),
  .page("/pas-aujourdhui", notTodayPage),
  .page("/appels", callsPage),
  .page("/suivi", followUpPage),
  .page("/scenarios", scenariosPage),
  .page("/scenarios/:key", scenarioPage),
  .page("/scenarios/:key/simulation", simulationPage),
  .page("/recherche", searchPage),
  .page("/commande-urgente", rushPage),
  .page("/commande-urgente/politique", policyPage),
  .page("/commande-urgente/mots", rushWordsPage),
  .page("/commande-urgente/occasions", missedOccasionsPage),
  .page("/clients", customersPage),
  .page("/clients/:id", customerPage),
  .page("/clients/:id/releve", statementPage),
  .page("/clients/:id/releve/pdf", statementPDF),
  .page("/clients/:id/echeancier", planPage),
  .page("/echeanciers/:id/pdf", planPDF),
  .page("/clients/:id/courriers/:level", letterPage),
  .page("/clients/:id/courriers/:level/pdf", letterPDF),
  .page("/factures/:id", documentPage),
  .page("/factures/:id/pourquoi", whyPage),
  .page("/factures/:id/copie", copyFile),
  .page("/rapprochement", reconciliationPage),
  .page("/rapprochement/regles", payerRulesPage),
  .page("/rapprochement/:id", bankLinePage),
  .page("/rapprochement/:id/chercher", searchForLine),
  .page("/balance-agee", agedPage),
  .page("/balance-agee/csv", agedCSV),
  .page("/import", importPage),
  .page("/import/colonnes", rememberedColumnsPage),
  .page("/import/colonnes/:id", columnsPage),
  .page("/import/:id", importRecordPage),
  .page("/import/:id/rejets", rejectionsCSV),
  .page("/import/:id/mentions", importFindingsPage),
  .page("/import/suivi/:id", importJobPage),
  .page("/import/suivi/:id/json", importJobJSON),
  .page("/messages", messagesPage),
  .page("/messages/:id", messagePage),
  .page("/messages/:id/pieces/:piece", messageFile),
  .page("/reponses", repliesPage),
  .page("/reponses/:id", replyPage),
  .page("/reglages", settingsPage),
  .page("/reglages/courrier", mailSettingsPage),
  .page("/mots", letterWordsPage),
  .page("/aide", helpPage),
  .page("/sante", healthPage),
  .page("/assets/:file", assetFile),
  .page("/problems/:name", problemPage),
  // What a person decides.
  .form("/clients/:id/contact", recordContact),
  .form("/clients/:id/promesse", recordPromise),
  .form("/appels/:id/issue", recordCall),
  .form("/appels/messages/:id/envoyer", approveConfirmation),
  .form("/appels/:id/ecarter", putCallAside),
  .form("/litiges/:id/issue", resolveDispute),
  .form("/litiges/:id/suivi", assignDispute),
  .form("/clients/:id/echeancier", recordPlan),
  .form("/echeanciers/:id/signature", signPlan),
  .form("/clients/:id/attente", recordSnooze),
  .form("/clients/:id/procedure", recordInsolvency),
  .form("/clients/:id/interlocuteur", recordPerson),
  .form("/clients/:id/adresse", recordAddressFault),
  .form("/clients/:id/arret", recordLegalStop),
  .form("/factures/:id/attente", recordDocumentSnooze),
  .form("/scenarios", createPlan),
  .form("/scenarios/:key", savePlan),
  .form("/scenarios/:key/activer", activatePlan),
  .form("/scenarios/:key/retablir", restorePlan),
  .form("/scenarios/:key/retirer", putPlanAside),
  .form("/clients/:id/profil", recordProfile),
  .form("/clients/:id/encours", grantLimit),
  .form("/commande-urgente/offres", recordRush),
  .form("/commande-urgente/offres/:id/reponse", answerRush),
  .form("/commande-urgente/mots", saveRushWords),
  .form("/commande-urgente/politique", savePolicy),
  .form("/clients/:id/nature", recordKind),
  .form("/factures/:id/litige", recordDispute),
  .form("/factures/:id/remise", recordWaiver),
  .form("/factures/:id/motif", recordCreditAnswer),
  .form("/ecritures/:id/annuler", undoEntry),
  .form("/rapprochement/:id/accepter", acceptProposal),
  .form("/rapprochement/:id/imputer", splitLine),
  .form("/rapprochement/:id/ecarter", setLineAside),
  .form("/rapprochement/:id/jamais", neverPays),
  .form("/rapprochement/:id/payeur", paysFor),
  .form("/rapprochement/:id/reprendre", takeBackDecision),
  .form("/rapprochement/regles/:id/retirer", removeRule),
  .form("/clients/:id/courriers/:level/file", queueLetter),
  .form("/clients/:id/releve/file", queueLetter),
  .form("/messages/confirmer", approveMessages),
  .form("/messages/:id/confirmer", decideMessage),
  .form("/messages/:id/parti", decideMessage),
  .form("/messages/:id/renvoyer", decideMessage),
  .form("/messages/:id/remis", decideMessage),
  .form("/messages/:id/annuler", decideMessage),
  .form("/reponses/:id/issue", answerReply),
  .form("/reponses/:id/rien", settleReply),
  .form("/reponses/:id/classer", fileReply),
  .form("/reponses/:id/reprendre", reopenReply),
  .form("/reglages", saveSettings),
  .form("/reglages/courrier", saveMailSettings),
  .form("/reglages/courrier/essai", sendTrialMail),
  .form("/mots", saveLetterWords),
  .form("/reglages/taux", addRate),
  .form("/import/colonnes/:id", nameColumns),
  .form("/import/colonnes/:id/oublier", forgetColumns),
  .form("/import/:id/reprendre", takeMendedRow),
  .form("/import/:id/annuler", undoWholeImport),
  .form("/import/suivi/:id/arreter", stopImport),
  .form("/import/suivi/:id/reprendre", goOnImporting),
  .upload("/import", receiveFiles),
  .upload("/import/verifier", receiveForCheck),
  .upload("/factures/:id/copie", receiveCopy, atMost: mostUploadedCopy),
  // What programs ask; docs/openapi.yaml is the contract.
  .page("/api/v1/openapi.yaml", contract),
  .page("/api/v1/rush-offers", rushOffers),
  .page("/api/v1/rush-offers/:id", rushOffer),
  .page("/api/v1/missed-occasions", missedOccasions),
  .call("/api/v1/rush-offers", offerRush),
  .call("/api/v1/rush-offers/:id/answer", answerOffer),
]

/// One thing that can be asked, and who answers it.
struct Route: Sendable {
  enum Work: Sendable {
    case page(@Sendable (Visit) throws -> Reply)
    case form(@Sendable (Visit) throws -> Reply)
    /// JSON that a program sends.
    case call(@Sendable (Visit, JSON) throws -> Reply)
    /// Files, already in a folder of their own; the work owns the folder from then on.
    /// All together they have at most so many bytes.
    case upload(@Sendable (Visit, UploadedFiles) throws -> Reply, atMost: Int)
  }

  let path: String
  let work: Work

  var isPost: Bool {
    if case .page = work { false } else { true }
  }

  static func page(_ path: String, _ page: @escaping @Sendable (Visit) throws -> Reply) -> Route {
    Route(path: path, work: .page(page))
  }

  static func form(_ path: String, _ form: @escaping @Sendable (Visit) throws -> Reply) -> Route {
    Route(path: path, work: .form(form))
  }

  static func call(
    _ path: String, _ call: @escaping @Sendable (Visit, JSON) throws -> Reply
  ) -> Route {
    Route(path: path, work: .call(call))
  }

  static func upload(
    _ path: String, _ upload: @escaping @Sendable (Visit, UploadedFiles) throws -> Reply,
    atMost limit: Int = UploadedFiles.mostBytes
  ) -> Route {
    Route(path: path, work: .upload(upload, atMost: limit))
  }
}
