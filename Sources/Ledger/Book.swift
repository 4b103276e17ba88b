public import Quantities

/// The balances of a book, replayed entry by entry: what every stored balance is checked against.
public struct Book: Sendable {
  /// What is left of each document: positive for invoices, negative for credit notes.
  public private(set) var documents: [EntryNumber: Money] = [:]
  /// What is left of each credit on the bank account (and of returned payments, negative).
  public private(set) var lines: [EntryNumber: Money] = [:]
  /// Allocations and write-offs that stand, by their number: what a reversal gives back.
  private var standing: [EntryNumber: Taken] = [:]
  /// Entries that contradict the book: an allocation of an unknown document, a second reversal.
  public private(set) var contradictions: [EntryNumber] = []

  private struct Taken {
    let document: EntryNumber?
    let line: EntryNumber?
    let amount: Money
  }

  public init() {}

  /// Takes in the next entry. Entries come in the order of their numbers.
  public mutating func append(_ entry: Entry) {
    switch entry.fact {
    case .invoice(let invoice): documents[entry.number] = invoice.payable
    case .creditNote(let credit): documents[entry.number] = -credit.gross
    case .bankLine(let line): if line.awaitsAllocation { lines[entry.number] = line.amount }
    case .allocation(let allocation):
      take(
        Taken(document: allocation.document, line: allocation.line, amount: allocation.amount),
        as: entry.number)
    case .writeOff(let writeOff):
      take(
        Taken(document: writeOff.document, line: nil, amount: writeOff.amount), as: entry.number)
    case .setAside(let aside):
      take(
        Taken(document: nil, line: aside.line, amount: lines[aside.line] ?? .zero), as: entry.number
      )
    case .reversal(let reversal): giveBack(reversal.of, by: entry.number)
    case .importUndone(let undone): forget(undone)
    default: break
    }
  }

  /// What an import brought is no more; what stood on it was given back before.
  private mutating func forget(_ undone: ImportUndone) {
    for number in documents.keys.filter(undone.answers) { documents[number] = nil }
    for number in lines.keys.filter(undone.answers) { lines[number] = nil }
  }

  private mutating func take(_ taken: Taken, as number: EntryNumber) {
    standing[number] = taken
    change(taken, by: number) { $0 - $1 }
  }

  private mutating func giveBack(_ target: EntryNumber, by number: EntryNumber) {
    // A promise or a dispute may be reversed too: it never touched a balance.
    guard let taken = standing.removeValue(forKey: target) else { return }
    change(taken, by: number) { $0 + $1 }
  }

  private mutating func change(
    _ taken: Taken, by number: EntryNumber, _ combine: (Money, Money) -> Money
  ) {
    if let document = taken.document {
      if let balance = documents[document] {
        documents[document] = combine(balance, taken.amount)
      } else {
        contradictions.append(number)
      }
    }
    if let line = taken.line {
      if let balance = lines[line] {
        lines[line] = combine(balance, taken.amount)
      } else {
        contradictions.append(number)
      }
    }
  }
}

extension BankLine {
  /// Money that came in, or a payment that the bank took back: somebody's account must hear of it.
  public var awaitsAllocation: Bool {
    amount.isPositive || (operation == .returned && !amount.isZero)
  }
}
