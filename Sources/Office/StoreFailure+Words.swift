public import Store

extension StoreFailure {
  /// What happened to the book and what to do, for French readers.
  public var french: String {
    switch self {
    case .inUse(let path):
      "Le livre « \(path) » est en cours d’écriture par un autre programme. "
        + "Attendez la fin de son travail, puis recommencez ; rien n’a été changé."
    case .full(let path):
      "Le disque est plein : « \(path) » ne peut plus grandir. Libérez de la place, puis "
        + "recommencez ; rien n’a été changé."
    case .cannotOpen(let path, let reason):
      "Le livre « \(path) » ne peut pas être ouvert ou écrit (\(reason)). "
        + "Vérifiez le chemin et les droits."
    case .cannotKeep(let path, let reason):
      "Les copies de factures ne peuvent pas être gardées dans « \(path) » (\(reason)). "
        + "Vérifiez ce dossier et ses droits, puis recommencez."
    case .notABook(let path):
      "« \(path) » n’est pas un livre d’Encaisse. Indiquez un fichier .encaisse."
    case .tooNew(let path, let version):
      "Le livre « \(path) » a été fait par une version plus récente (schéma \(version)). "
        + "Mettez Encaisse à jour."
    case .damaged(let path, let reason):
      "Le livre « \(path) » est endommagé (\(reason)). Restaurez votre dernière sauvegarde."
    case .failed(let reason, let sql): "Erreur de base de données : \(reason) [\(sql)]"
    }
  }
}
