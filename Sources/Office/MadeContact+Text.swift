import Dunning
public import Ledger
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
    let end = fate.wording(in: language)
    if !end.isEmpty { parts.append(end) }
    return parts.joined(separator: ", ")
  }
}

extension MadeContact.Fate {
  /// `préparée, elle attend votre accord`; empty for what a person noted.
  public func wording(in language: Customer.Language) -> String {
    language == .french ? french : english
  }

  private var french: String {
    switch self {
    case .noted: ""
    case .left(let day): "partie le \(day.french)"
    case .rehearsed: "répétition seulement, rien n’est parti au client"
    case .withdrawn(let words): "retirée avant de partir" + (words.isEmpty ? "" : " (\(words))")
    case .cancelled(let words): "annulée avant de partir" + (words.isEmpty ? "" : " (\(words))")
    case .queued(.waiting): "préparée, elle attend votre accord"
    case .queued(.ready), .queued(.deferred), .queued(.inFlight): "préparée, prête à partir"
    case .queued(.printed): "imprimée, à remettre à la poste"
    case .queued(.doubtful): "peut-être partie"
    case .queued(.bounced): "partie, revenue sans être remise"
    case .queued: "préparée, elle n’a pas pu partir"
    }
  }

  private var english: String {
    switch self {
    case .noted: ""
    case .left(let day): "left on \(day.englishLong)"
    case .rehearsed: "a rehearsal only, nothing left to the customer"
    case .withdrawn(let words): "taken out before it left" + (words.isEmpty ? "" : " (\(words))")
    case .cancelled(let words): "cancelled before it left" + (words.isEmpty ? "" : " (\(words))")
    case .queued(.waiting): "written, it waits for your word"
    case .queued(.ready), .queued(.deferred), .queued(.inFlight): "written, ready to leave"
    case .queued(.printed): "printed, to be given to the post"
    case .queued(.doubtful): "it may have left"
    case .queued(.bounced): "it left and came back undelivered"
    case .queued: "written, it could not leave"
    }
  }
}
