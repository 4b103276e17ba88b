import Quantities

/// Answers one worked example in the form of the `rule_result` column of `docs/law-examples.csv`.
///
/// `title` matters where the inputs alone leave the question open: "counting starts", "rounding",
/// "is below the floor", "L126", "receiving". Throws `Unanswerable` naming the key and what was
/// wanted, also when a rate is not published (R2.4).
public func answer(
  category: String, title: String = "", inputs: String, rates: LegalRates = .published
) throws(Unanswerable) -> String {
  var question = ExampleQuestion(
    title: title.lowercased(), inputs: try ExampleInputs(inputs), rates: rates)
  let result: String
  switch category.lowercased() {
  case "penalty": result = try question.penalty()
  case "imputation": result = try question.imputation()
  case "insolvency": result = try question.insolvency()
  case "capitalisation": result = try question.capitalisation()
  case "rate": result = try question.rate()
  case "floor": result = try question.floor()
  case "due_date": result = try question.dueDate()
  case "deadline": result = try question.deadline()
  case "limitation": result = try question.limitation()
  case "e_invoicing": result = try question.eInvoicing()
  default:
    throw Unanswerable(
      "category", found: category,
      wanted: "penalty, imputation, insolvency, capitalisation, rate, floor, due_date, deadline, "
        + "limitation or e_invoicing")
  }
  try question.inputs.finish()
  return result
}

/// One example on its way to its answer: its words, its facts and the rates in force.
struct ExampleQuestion {
  let title: String
  var inputs: ExampleInputs
  let rates: LegalRates

  /// An amount as the examples print it: two decimals, zero as `0`.
  static func print(_ money: Money) -> String { money.isZero ? "0" : money.decimal }

  func asks(_ words: String...) -> Bool { words.contains { title.contains($0) } }
}
