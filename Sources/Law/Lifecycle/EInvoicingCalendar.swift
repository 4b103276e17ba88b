public import Quantities

/// Who must receive and issue electronic invoices from which day (R11.1).
public struct EInvoicingCalendar: Rule {
  public static let citation = Citation(
    "Code général des impôts", "289 bis ; loi de finances pour 2024, art. 91", sheet: "R11.1")

  /// A firm's size class for the reform.
  public enum Size: String, Hashable, Sendable, CaseIterable {
    case large
    /// Entreprise de taille intermédiaire.
    case mid
    case sme
    case micro
  }

  /// What the reform asks of a firm.
  public enum Duty: String, Hashable, Sendable, CaseIterable {
    case receive
    /// Issue and e-report.
    case issue
  }

  /// The first day of a duty for a size class.
  public static func firstDay(of duty: Duty, for size: Size) -> Day {
    switch (duty, size) {
    case (.receive, _), (.issue, .large), (.issue, .mid): Day(2026, 9, 1)
    case (.issue, .sme), (.issue, .micro): Day(2027, 9, 1)
    }
  }

  /// Whether a firm of this size has the duty on a day.
  public static func isMandatory(_ duty: Duty, for size: Size, on day: Day) -> Bool {
    day >= firstDay(of: duty, for: size)
  }
}
