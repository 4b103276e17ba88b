import Foundation
import HTTPTypes
import Testing

extension Site {
  /// Drops one file on the import page and waits for the end; gives the address of the report.
  func drop(_ name: String, _ text: String) async throws -> String {
    let boundary = "----drop7MA4YWxk"
    func part(_ disposition: String, _ content: String) -> String {
      "--\(boundary)\r\nContent-Disposition: form-data; \(disposition)\r\n\r\n\(content)\r\n"
    }
    let body =
      part("name=\"jeton\"", try await token())
      + part("name=\"files\"; filename=\"\(name)\"", text) + "--\(boundary)--\r\n"
    let answer = try await ask(
      .post, "/import",
      [
        .contentType: "multipart/form-data; boundary=\(boundary)",
        .origin: "http://localhost:8080",
      ], Array(body.utf8))
    try await waitForImport(answer.location)
    return answer.location
  }

  func waitForImport(_ address: String) async throws {
    for _ in 0..<400 {
      if try await get(address + "/json").text == "{\"done\":true}" { return }
      try await Task.sleep(for: .milliseconds(25))
    }
    Issue.record("the import did not end")
  }
}
