// swift-tools-version: 6.2

import PackageDescription

// Every Swift target is built alike: Swift 6 mode, the next language mode's features, no silent
// warning, and every touch of C memory marked `unsafe` where it happens.
let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .enableUpcomingFeature("InferIsolatedConformances"),
  .treatAllWarnings(as: .error),
  .strictMemorySafety(),
]

/// A folder under Sources: what it may import is the list here and nothing else.
func stage(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

/// The tests of one stage.
///
/// Goldens are read through `#filePath`, so they are no resources.
func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(
    name: "\(name)Tests",
    dependencies: dependencies + ["TestSupport"],
    exclude: name == "Templates" ? ["Golden", "DataPath/token-proxy.py"] : [],
    swiftSettings: settings,
  )
}

let argumentParser = Target.Dependency.product(
  name: "ArgumentParser",
  package: "swift-argument-parser",
)

let package = Package(
  name: "fedctl",
  products: [
    .executable(name: "fedctl", targets: ["fedctl"]),
    .executable(name: "fedctl-sandbox", targets: ["fedctl-sandbox"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/swhitty/FlyingFox", .upToNextMinor(from: "0.27.1")),
  ],
  targets: [
    // The way of the data:
    //   fleet.yaml -> YAML -> Fleet -> Templates -> Plan -> Apply -> Kubernetes, ObjectStore -> HTTP
    //                 read    mean     render      decide   do       speak                     send

    // Words: values that every stage shares. No I/O.
    stage("JSON"),
    stage("Diagnostics"),
    stage("Graph"),
    .systemLibrary(
      name: "CLibCrypto",
      pkgConfig: "libcrypto",
      providers: [.apt(["libssl-dev"])],
    ),
    stage("Digest", ["CLibCrypto"]),
    stage("Certificates", ["CLibCrypto"]),

    // Read: from text to meaning.
    .systemLibrary(name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    stage("YAML", ["CLibYAML", "JSON", "Diagnostics"]),
    stage("Fleet", ["YAML", "JSON", "Diagnostics"]),

    // Render: from meaning to manifests.
    stage("Manifest", ["JSON", "Digest"]),
    stage("Templates", ["Fleet", "Manifest", "JSON", "Digest"]),

    // Decide: desired and live in, changes out. Pure.
    stage("Plan", ["Manifest", "Graph", "JSON"]),

    // Send and speak.
    .systemLibrary(
      name: "CLibCurl",
      pkgConfig: "libcurl",
      providers: [.apt(["libcurl4-openssl-dev"])],
    ),
    stage("HTTP", ["CLibCurl"]),
    stage("Subprocess"),
    stage("Kubernetes", ["HTTP", "Manifest", "YAML", "JSON", "Diagnostics", "Subprocess"]),
    .systemLibrary(
      name: "CLibExpat",
      pkgConfig: "expat",
      providers: [.apt(["libexpat1-dev"])],
    ),
    stage("XML", ["CLibExpat"]),
    stage("ObjectStore", ["HTTP", "XML", "JSON", "Digest", "Subprocess"]),

    // Do: look at the clusters, walk the plan.
    stage(
      "Apply",
      [
        "Plan", "Kubernetes", "ObjectStore", "HTTP", "Subprocess", "Certificates", "Manifest",
        "Graph", "JSON",
      ],
    ),

    // Say: parse, call, print.
    .executableTarget(
      name: "fedctl",
      dependencies: [
        "Apply", "Plan", "Templates", "Fleet", "Kubernetes", "ObjectStore", "HTTP", "Manifest",
        "Certificates", "Digest", "YAML", "JSON", "Diagnostics", "Graph", argumentParser,
      ],
      swiftSettings: settings,
    ),

    // The stand-in for clusters, for people who have none and for the tests.
    .executableTarget(
      name: "fedctl-sandbox",
      dependencies: [
        "JSON", "YAML", argumentParser, .product(name: "FlyingFox", package: "FlyingFox"),
        .product(name: "FlyingSocks", package: "FlyingFox"),
      ],
      swiftSettings: settings,
    ),

    .target(
      name: "TestSupport",
      dependencies: ["JSON"],
      path: "Tests/TestSupport",
      exclude: ["prometheus-operator.yaml"],
      swiftSettings: settings,
    ),
    tests("JSON", ["JSON"]),
    tests("Diagnostics", ["Diagnostics"]),
    tests("Graph", ["Graph"]),
    tests("Digest", ["Digest"]),
    tests("Certificates", ["Certificates"]),
    tests("XML", ["XML"]),
    tests("Subprocess", ["Subprocess"]),
    tests("YAML", ["YAML", "JSON", "Diagnostics"]),
    tests("Fleet", ["Fleet", "YAML", "JSON", "Diagnostics"]),
    tests("Manifest", ["Manifest", "JSON"]),
    tests("Templates", ["Templates", "Fleet", "Manifest", "YAML", "JSON", "Diagnostics"]),
    tests("Plan", ["Plan", "Manifest", "Graph", "JSON"]),
    tests("HTTP", ["HTTP", .product(name: "FlyingFox", package: "FlyingFox")]),
    tests(
      "Kubernetes",
      [
        "Kubernetes", "HTTP", "Manifest", "YAML", "JSON", "Diagnostics",
        .product(name: "FlyingFox", package: "FlyingFox"),
      ],
    ),
    tests(
      "ObjectStore",
      [
        "ObjectStore", "HTTP", .product(name: "FlyingFox", package: "FlyingFox"),
        .product(name: "FlyingSocks", package: "FlyingFox"),
      ],
    ),
    tests("Apply", ["Apply", "Plan", "Manifest", "Graph", "JSON"]),
    tests(
      "fedctl",
      [
        "fedctl", "fedctl-sandbox", "Fleet", "HTTP", "Certificates", "Digest", "Diagnostics",
        "JSON", "YAML",
      ],
    ),
    tests("Sandbox", ["fedctl-sandbox", "JSON", "YAML"]),
  ],
)
