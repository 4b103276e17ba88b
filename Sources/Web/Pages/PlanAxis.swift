import Dunning
import Ledger
import Printing
import Quantities

/// The steps of a plan on their axis of time, the due date marked.
func planAxis(_ plan: DunningPlan, _ voice: Voice) -> Element {
  let delays = plan.levels.map(\.delayInDays)
  let first = min(-7, (delays.min() ?? 0) - 3)
  let last = max(35, (delays.max() ?? 0) + 6)
  func x(_ day: Int) -> Int { 30 + (day - first) * 940 / max(1, last - first) }
  return div {
    svg {
      line().attribute("x1", "20").attribute("x2", "985").attribute("y1", "70")
        .attribute("y2", "70").class("axis")
      line().attribute("x1", String(x(0))).attribute("x2", String(x(0)))
        .attribute("y1", "24").attribute("y2", "116").class("due")
      svgText(voice("échéance", "due date")).attribute("x", String(x(0)))
        .attribute("y", "16").class("dueword")
      for (place, level) in plan.levels.enumerated() {
        axisStep(level, at: x(level.delayInDays), isAbove: place.isMultiple(of: 2), voice)
      }
    }
    .attribute("viewBox", "0 0 1000 140").role("img")
    .aria("label", planSummary(plan, voice))
  }.class("scroll planaxis").tabindex(0).role("group")
    .aria("label", voice("Axe du temps", "Time axis"))
}

private func axisStep(
  _ level: DunningLevel, at x: Int, isAbove: Bool, _ voice: Voice
) -> HTML {
  HTML {
    circle().attribute("cx", String(x)).attribute("cy", "70").attribute("r", "9")
      .class("step " + level.name.rawValue)
    svgText(dayMark(level.delayInDays, voice)).attribute("x", String(x))
      .attribute("y", isAbove ? "52" : "98").class("day")
    svgText(voice(level.channel.french, level.channel.english).components(upTo: 18))
      .attribute("x", String(x)).attribute("y", isAbove ? "36" : "114").class("way")
  }
}

extension String {
  /// The words before a parenthesis, no longer than some characters.
  fileprivate func components(upTo count: Int) -> String {
    let plain = split(separator: " (").first.map(String.init) ?? self
    return plain.count <= count ? plain : String(plain.prefix(count - 1)) + "…"
  }
}

/// `J−5 rappel avant échéance, J+3 rappel courtois…`
func planSummary(_ plan: DunningPlan, _ voice: Voice) -> String {
  plan.levels.map {
    dayMark($0.delayInDays, voice) + " " + voice($0.name.french, $0.name.english)
  }.joined(separator: ", ")
}
