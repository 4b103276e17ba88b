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

func tests(of room: String, _ imports: Target.Dependency...) -> Target {
  .testTarget(
    name: room + "Tests", dependencies: imports,
    swiftSettings: strict)
}

/// A C library of the system, found by pkg-config, from a Debian package.
func library(_ name: String, _ pkgConfig: String, _ package: String) -> Target {
  .systemLibrary(name: name, pkgConfig: pkgConfig, providers: [.apt([package])])
}

let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
  name: "encaisse",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "encaisse", targets: ["encaisse"])],
  dependencies: [
    .package(
      url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: []),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
  ],
  targets: [
    library("CLibXML2", "libxml-2.0", "libxml2-dev"),
    library("CPango", "pangocairo", "libpango1.0-dev"),
    library("CQPDF", "libqpdf", "libqpdf-dev"),
    library("CQREncode", "libqrencode", "libqrencode-dev"),
    library("CSodium", "libsodium", "libsodium-dev"),
    library("CSQLite", "sqlite3", "libsqlite3-dev"),
    library("CZlib", "zlib", "zlib1g-dev"),
    .target(name: "CMigrations", exclude: ["sql"]),

    // Core: values and rules.
    room("Quantities"),
    room("Law", "Quantities"),
    room("Ledger", "Law", "Quantities"),
    room("CashApplication", "Ledger", "Quantities"),
    room("Claims", "Ledger", "Law", "Quantities"),
    room("Dunning", "Claims", "Ledger", "Law", "Quantities"),
    room("Correspondence", "Dunning", "Claims", "Ledger", "Law", "Quantities"),
    room("Reports", "Claims", "Ledger", "Law", "Quantities"),

    // Edge: files, database, paper.
    room(
      "Intake", "CashApplication", "Ledger", "Law", "Quantities", "CLibXML2", "CQPDF", "CZlib"),
    room("Store", "Ledger", "Law", "Quantities", "CMigrations", "CSQLite"),
    room(
      "Printing", "Correspondence", "Reports", "Claims", "Ledger", "Law", "Quantities", "CPango",
      "CQREncode", "CQPDF"),

    // App: the day's work, its entrances, and the firm to try it on.
    room("Demo", "Printing", "Ledger", "Law", "Quantities", "CQPDF"),
    room(
      "Office", "Intake", "Store", "Printing", "Reports", "Correspondence", "Dunning", "Claims",
      "CashApplication", "Ledger", "Law", "Quantities", "CSodium"),
    .executableTarget(
      name: "encaisse",
      dependencies: [
        "Office", "Demo", "Intake", "Store", "Printing", "Reports", "Correspondence", "Dunning",
        "Claims", "Ledger", "Law", "Quantities", arguments,
      ],
      path: "Sources/CLI", swiftSettings: strict,
      linkerSettings: [.unsafeFlags(["-use-ld=lld"])]),
  ],
  swiftLanguageModes: [.v6]
)
