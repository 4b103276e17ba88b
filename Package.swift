// swift-tools-version: 6.2
import PackageDescription

// The floor plan. A room imports only what stands in its list; STYLE and docs say why.

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

func room(_ name: String, _ imports: Target.Dependency...) -> Target {
  .target(name: name, dependencies: imports, swiftSettings: strict)
}

/// The tests of a room import it as a neighbour does, and what they make its values from.
func tests(of room: String, _ imports: Target.Dependency...) -> Target {
  .testTarget(
    name: room + "Tests", dependencies: [.init(stringLiteral: room)] + imports,
    swiftSettings: strict)
}

/// A C library of the system, found by pkg-config, from a Debian package.
func library(_ name: String, _ pkgConfig: String, _ package: String) -> Target {
  .systemLibrary(name: name, pkgConfig: pkgConfig, providers: [.apt([package])])
}

let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let httpTypes = Target.Dependency.product(name: "HTTPTypes", package: "swift-http-types")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let nioCore = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let nioEmbedded = Target.Dependency.product(name: "NIOEmbedded", package: "swift-nio")
let nioPosix = Target.Dependency.product(name: "NIOPosix", package: "swift-nio")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
  name: "encaisse",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "encaisse", targets: ["encaisse"])],
  dependencies: [
    .package(
      url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: []),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
  ],
  targets: [
    library("CCurl", "libcurl", "libcurl4-openssl-dev"),
    library("CLibXML2", "libxml-2.0", "libxml2-dev"),
    library("CPango", "pangocairo", "libpango1.0-dev"),
    library("CQPDF", "libqpdf", "libqpdf-dev"),
    library("CQREncode", "libqrencode", "libqrencode-dev"),
    library("CSodium", "libsodium", "libsodium-dev"),
    library("CSQLite", "sqlite3", "libsqlite3-dev"),
    library("CZlib", "zlib", "zlib1g-dev"),
    .target(name: "CAssets", exclude: ["assets"]),
    .target(name: "CMigrations", exclude: ["sql"]),

    // Core: values and rules.
    room("Quantities"),
    room("Law", "Quantities"),
    room("Ledger", "Law", "Quantities"),
    room("CashApplication", "Ledger", "Quantities"),
    room("Claims", "Ledger", "Law", "Quantities"),
    room("Behaviour", "Claims", "Ledger", "Law", "Quantities"),
    room("CreditPolicy", "Behaviour", "Claims", "Ledger", "Law", "Quantities"),
    room("Dunning", "Behaviour", "Claims", "Ledger", "Law", "Quantities"),
    room(
      "Correspondence", "Dunning", "CreditPolicy", "Behaviour", "Claims", "Ledger", "Law",
      "Quantities"),
    room("Reports", "Claims", "Ledger", "Law", "Quantities"),

    // Edge: files, database, paper.
    room(
      "Intake", "CashApplication", "Ledger", "Law", "Quantities", "CLibXML2", "CQPDF", "CZlib"),
    room("Store", "Ledger", "Law", "Quantities", "CMigrations", "CSQLite"),
    room(
      "Printing", "Correspondence", "Reports", "Claims", "Ledger", "Law", "Quantities", "CPango",
      "CQREncode", "CQPDF"),
    room("Delivery", "Ledger", "Quantities", "CCurl"),

    // App: the day's work, its entrances, and the firm to try it on.
    room("Demo", "Printing", "Law", "Quantities"),
    room(
      "Office", "Intake", "Store", "Printing", "Delivery", "Reports", "Correspondence", "Dunning",
      "CreditPolicy", "Behaviour", "Claims", "CashApplication", "Ledger", "Law", "Quantities",
      "CSodium"),
    room(
      "Web", "Office", "Intake", "Store", "Printing", "Delivery", "Reports", "Correspondence",
      "Dunning",
      "CreditPolicy", "Behaviour", "Claims", "Ledger", "Law", "Quantities", "CAssets", hummingbird,
      httpTypes, logging, nioCore,
      nioPosix),
    .executableTarget(
      name: "encaisse",
      dependencies: [
        "Web", "Office", "Demo", "Intake", "Store", "Printing", "Delivery", "Reports",
        "Correspondence",
        "Dunning", "CreditPolicy", "Behaviour", "Claims", "Ledger", "Law", "Quantities", arguments,
        nioCore,
      ],
      path: "Sources/CLI", swiftSettings: strict,
      linkerSettings: [.unsafeFlags(["-use-ld=lld"])]),
    .executableTarget(
      name: "bench",
      dependencies: [
        "Office", "Intake", "Printing", "Reports", "Correspondence", "Dunning", "Behaviour",
        "CashApplication", "Claims", "Ledger",
        "Law",
        "Quantities", "CSQLite",
      ],
      path: "Benchmarks/Bench", swiftSettings: strict + [.unsafeFlags(["-parse-as-library"])],
      linkerSettings: [.unsafeFlags(["-use-ld=lld"])]),

    // Proof.
    tests(of: "Quantities"),
    tests(of: "Law", "Quantities"),
    tests(of: "CashApplication", "Ledger", "Quantities"),
    tests(of: "Claims", "Ledger", "Law", "Quantities"),
    tests(of: "Behaviour", "Ledger", "Quantities"),
    tests(of: "CreditPolicy", "Behaviour", "Ledger", "Law", "Quantities"),
    tests(of: "Dunning", "Behaviour", "Claims", "Ledger", "Law", "Quantities"),
    tests(
      of: "Correspondence", "Dunning", "CreditPolicy", "Behaviour", "Claims", "Ledger", "Law",
      "Quantities"),
    tests(of: "Reports", "Claims", "Ledger", "Law", "Quantities"),
    tests(of: "Intake", "CashApplication", "Ledger", "Law", "Quantities"),
    tests(of: "Delivery", "Ledger", "Quantities"),
    tests(of: "Printing", "Correspondence", "Reports", "Claims", "Ledger", "Law", "Quantities"),
    tests(of: "Demo", "Printing", "Ledger", "Law", "Quantities"),
    tests(of: "Store", "Claims", "Ledger", "Law", "Quantities"),
    tests(
      of: "Office", "Intake", "Store", "Printing", "Delivery", "Reports", "Correspondence",
      "Dunning",
      "CreditPolicy", "Behaviour", "Claims", "Ledger", "Law", "Quantities"),
    tests(
      of: "Web", "Office", "Demo", "Intake", "Store", "Printing", "Reports", "Correspondence",
      "Dunning",
      "CreditPolicy", "Claims",
      "Ledger", "Law", "Quantities", hummingbird, httpTypes, logging, nioCore, nioEmbedded),
    .testTarget(name: "TidyTests", swiftSettings: strict),
    .testTarget(name: "CLITests", swiftSettings: strict),
    .testTarget(
      name: "BrowserTests", exclude: ["calls.py", "main_path.py", "rush_call.py", "worklist.py"],
      swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
