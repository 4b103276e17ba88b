import Dunning
import Ledger
import Quantities

extension MadeContact {
  /// `relance, e-mail, « Votre facture FA-1 », partie le 02/12/2026`
  func wording(in language: Customer.Language) -> String {
    let isFrench = language == .french
    let name = DunningLevel.Name(rawValue: level).map { isFrench ? $0.french : $0.english }
    let said = Reminder(level: level, channel: channel, documents: [], note: words)
      .note(french: isFrench)
    var parts = [name, isFrench ? channel.french : channel.english].compactMap(\.self)
    if !said.isEmpty { parts.append(isFrench ? "«\u{A0}\(said)\u{A0}»" : "“\(said)”") }
    let end = isFrench ? french : english
    if !end.isEmpty { parts.append(end) }
    return parts.joined(separator: ", ")
  }

  private var french: String {
    switch fate {
    case .noted: ""
    case .left(let day): "partie le \(day.french)"
    case .rehearsed: "répétition seulement, rien n’est parti au client"
    case .cancelled(let words): "annulée avant de partir" + (words.isEmpty ? "" : " (\(words))")
    case .queued(.waiting): "préparée, elle attend votre accord"
    case .queued(.ready), .queued(.deferred), .queued(.inFlight): "préparée, prête à partir"
    case .queued(.printed): "imprimée, à remettre à la poste"
    case .queued(.doubtful): "peut-être partie"
    case .queued: "préparée, elle n’a pas pu partir"
    }
  }

  private var english: String {
    switch fate {
    case .noted: ""
    case .left(let day): "left on \(day.englishLong)"
    case .rehearsed: "a rehearsal only, nothing left to the customer"
    case .cancelled(let words): "cancelled before it left" + (words.isEmpty ? "" : " (\(words))")
    case .queued(.waiting): "written, it waits for your word"
    case .queued(.ready), .queued(.deferred), .queued(.inFlight): "written, ready to leave"
    case .queued(.printed): "printed, to be given to the post"
    case .queued(.doubtful): "it may have left"
    case .queued: "written, it could not leave"
    }
  }
}
