import Foundation
import Glibc
import Testing

/// Copies of a book, also while it serves.
@Suite(.enabled(if: Encaisse.isHere, "\(Encaisse.missing)")) struct BackupTests {
  let demo: DemoBook

  init() throws { demo = try DemoBook.shared.get() }

  @Test func theCopyIsTheBook() throws {
    let folder = try Folder()
    let answer = try demo.run("backup", folder["copy.encaisse"])
    #expect(answer.code == 0)
    #expect(answer.text.contains("copie vérifiée"))
    #expect(try Encaisse.run("verify", "--book", folder["copy.encaisse"]).code == 0)
    let list = try demo.run("today", "--json").text
    #expect(try Encaisse.run("today", "--book", folder["copy.encaisse"], "--json").text == list)
  }

  @Test func anotherFileIsNotOverwritten() throws {
    let folder = try Folder()
    let notes = try folder.write("notes.txt", String(repeating: "à garder\n", count: 600))
    let answer = try demo.run("backup", notes)
    #expect(answer.code == 2)
    #expect(answer.complaint.contains(notes))
    #expect(folder.text(of: "notes.txt").hasPrefix("à garder\n"))
  }

  @Test(.timeLimit(.minutes(2))) func theCopyIsTakenWhileTheBookServes() throws {
    let folder = try Folder()
    let book = folder["book.encaisse"]
    #expect(try demo.run("backup", book).code == 0)
    let port = try #require(freePort())
    let server = try Encaisse.start(
      ["serve", "--book", book, "--port", String(port)], writingTo: folder)
    defer {
      server.terminate()
      server.waitUntilExit()
    }
    let first = try #require(answer(of: port, to: "/sante", patienceInSeconds: 30))
    #expect(first.hasPrefix("HTTP/1.1 200"))
    let copied = try Encaisse.run("backup", "--book", book, folder["copy.encaisse"])
    #expect(copied.code == 0, "\(copied.complaint)")
    #expect(try Encaisse.run("verify", "--book", folder["copy.encaisse"]).code == 0)
    // Importing beside the server works too: one writes while the other reads.
    #expect(try Encaisse.run("import", "--book", book, demo.files).code == 0)
    let page = try #require(answer(of: port, to: "/", patienceInSeconds: 10))
    #expect(page.hasPrefix("HTTP/1.1 200"))
    // A second server is told that the door is taken, and the first goes on.
    let second = try Encaisse.run("serve", "--book", book, "--port", String(port))
    #expect(second.code == 2)
    #expect(second.complaint.contains("Le port \(port)"))
    #expect(server.isRunning)
  }

  /// A port that nobody listens on now.
  private func freePort() -> UInt16? {
    let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(socket) }
    var address = loopback(port: 0)
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(socket, $0, size) == 0 && getsockname(socket, $0, &size) == 0
      }
    }
    return isBound ? UInt16(bigEndian: address.sin_port) : nil
  }

  private func loopback(port: UInt16) -> sockaddr_in {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    return address
  }

  /// What the server answers to a page; nil when it does not in time.
  private func answer(of port: UInt16, to path: String, patienceInSeconds: Int) -> String? {
    for _ in 0..<patienceInSeconds * 10 {
      if let text = ask(port, path), !text.isEmpty { return text }
      usleep(100_000)
    }
    return nil
  }

  private func ask(_ port: UInt16, _ path: String) -> String? {
    let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(socket) }
    var address = loopback(port: port)
    let isOpen = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
      }
    }
    guard isOpen else { return nil }
    let request = "GET \(path) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nConnection: close\r\n\r\n"
    _ = request.withCString { send(socket, $0, strlen($0), Int32(MSG_NOSIGNAL)) }
    var text: [UInt8] = []
    var part = [UInt8](repeating: 0, count: 65_536)
    while case let count = recv(socket, &part, part.count, 0), count > 0 {
      text += part[..<count]
    }
    return String(decoding: text, as: UTF8.self)
  }
}
