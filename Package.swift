// swift-tools-version: 6.3

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

/// What tests spend most of their time in is optimised in debug builds, too: values, texts, the sandbox and the fuzzer.
let quick = settings + [.unsafeFlags(["-O"], .when(configuration: .debug))]

/// A folder under Sources: what it may import is the list here and nothing else.
func stage(
  _ name: String,
  _ dependencies: [Target.Dependency] = [],
  _ settings: [SwiftSetting] = settings,
) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

/// What lies beside tests and is read through `#filePath`, so that it is no resource.
let besideTests = [
  "Templates": [
    "Golden", "DataPath/token-proxy.py", "Offers/openshift.tsv", "Offers/programs.tsv",
  ],
  "fedctl": ["Golden", "Canaries", "Pipelines"],
  "ObjectStore": ["random-requests.py"],
  "Kubernetes": ["Differential/witness.py", "Differential/plugin.py"],
]

/// The tests of one stage.
func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(
    name: "\(name)Tests",
    dependencies: dependencies + ["TestSupport"],
    exclude: besideTests[name] ?? [],
    swiftSettings: settings,
  )
}

let argumentParser = Target.Dependency.product(
  name: "ArgumentParser",
  package: "swift-argument-parser",
)

let subprocess = Target.Dependency.product(name: "Subprocess", package: "swift-subprocess")

let system = Target.Dependency.product(name: "SystemPackage", package: "swift-system")

let package = Package(
  name: "fedctl",
  products: [
    .executable(name: "fedctl", targets: ["fedctl"]),
    .executable(name: "fedctl-sandbox", targets: ["fedctl-sandbox"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    // Without its trait for Foundation, which would be linked whole.
    .package(
      url: "https://github.com/swiftlang/swift-subprocess",
      .upToNextMinor(from: "1.0.2"),
      traits: [],
    ),
    .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
    .package(url: "https://github.com/swhitty/FlyingFox", .upToNextMinor(from: "0.27.1")),
  ],
  targets: [
    // The way of the data:
    //   fleet.yaml -> YAML -> Fleet -> Templates -> Plan -> Apply -> Kubernetes, ObjectStore -> HTTP
    //                 read    mean     render       decide  do       speak                      send

    // Words: values that every stage shares. No I/O.
    stage("JSON", [], quick),
    stage("Facts", ["JSON"]),
    stage("Text", [], quick),
    stage("Diagnostics", ["Facts"]),
    stage("Graph"),
    .systemLibrary(
      name: "CLibCrypto",
      pkgConfig: "libcrypto",
      providers: [.apt(["libssl-dev"])],
    ),
    stage("Digest", ["CLibCrypto"]),
    stage("Certificates", ["CLibCrypto", "Facts"]),
    stage("Objects", ["JSON", "Facts", "Digest", "Text"]),

    // Read: from text to meaning.
    .systemLibrary(name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    stage("YAML", ["CLibYAML", "JSON", "Facts"], quick),
    stage("Fleet", ["YAML", "Objects", "JSON", "Facts", "Text"]),

    // Render: from meaning to manifests.
    stage("Templates", ["Fleet", "Objects", "YAML", "JSON", "Facts", "Digest", "Text"]),

    // Decide: desired and live in, changes out. Pure.
    stage("Plan", ["Objects", "YAML", "Facts", "Digest", "Graph", "JSON", "Text"]),

    // Sum up: what components use, from series to figures and what they are held against. Pure.
    .target(
      name: "Usage",
      dependencies: ["Fleet", "JSON", "Facts", "Text"],
      // Which namespaces make a component, as a table that an editor of tables reads.
      resources: [.embedInCode("Components/components.txt")],
      swiftSettings: settings,
    ),

    // Send and speak.
    .systemLibrary(
      name: "CLibCurl",
      pkgConfig: "libcurl",
      providers: [.apt(["libcurl4-openssl-dev"])],
    ),
    stage("HTTP", ["CLibCurl", "Facts", "Text"]),
    stage("Programs", ["Text", subprocess, system]),
    stage(
      "Kubernetes",
      ["HTTP", "Objects", "YAML", "JSON", "Facts", "Text", "Programs"],
    ),
    .systemLibrary(
      name: "CLibExpat",
      pkgConfig: "expat",
      providers: [.apt(["libexpat1-dev"])],
    ),
    stage("XML", ["CLibExpat", "Facts"]),
    stage("ObjectStore", ["HTTP", "XML", "JSON", "Facts", "Digest", "Text", "Programs"]),

    // Ask Prometheus and Thanos what has arrived.
    stage("Metrics", ["Kubernetes", "HTTP", "JSON", "Facts", "Text"]),

    // Do: look at the clusters, walk the plan.
    stage(
      "Apply",
      [
        "Plan", "Kubernetes", "HTTP", "Certificates", "Objects", "Facts", "Graph",
        "JSON", "Text",
      ],
    ),

    // Run: from the fleet file to the outcome, told as facts. Prints nothing.
    stage(
      "Operate",
      [
        "Apply", "Plan", "Templates", "Fleet", "Usage", "Metrics", "Kubernetes", "ObjectStore",
        "HTTP",
        "Objects", "Certificates", "Digest", "YAML", "JSON", "Facts", "Text", "Programs", system,
      ],
    ),

    // Say: parse, call, print.
    .systemLibrary(name: "CMalloc"),
    .executableTarget(
      name: "fedctl",
      dependencies: [
        "CMalloc", "Operate", "Apply", "Plan", "Templates", "Fleet", "Usage", "Metrics",
        "Kubernetes",
        "ObjectStore",
        "XML", "Objects",
        "Certificates", "Digest", "YAML", "JSON", "Facts", "Text", "Diagnostics", argumentParser,
        system,
      ],
      // The page of a report, as files that an editor of pages reads.
      resources: [
        .embedInCode("Views/HTML/page.css"), .embedInCode("Views/HTML/page.js"),
        .embedInCode("Views/Diagram/diagram.css"), .embedInCode("Views/Usage/usage.css"),
        .embedInCode("Demo/demo.yaml"),
      ],
      swiftSettings: settings,
    ),

    // The stand-in for clusters, for people who have none and for the tests.
    .executableTarget(
      name: "fedctl-sandbox",
      dependencies: [
        "Facts", "JSON", "YAML", argumentParser,
        .product(name: "FlyingFox", package: "FlyingFox"),
        .product(name: "FlyingSocks", package: "FlyingFox"),
      ],
      swiftSettings: quick,
    ),

    .target(
      name: "TestSupport",
      dependencies: ["JSON"],
      path: "Tests/TestSupport",
      exclude: [
        "hostile-server.py", "prometheus-operator.yaml", "quoting-server.py", "s3-proxy.py",
        "witness.py",
      ],
      swiftSettings: settings,
    ),
    // Every reader of outside input, given what nobody would write: `make fuzz`.
    .executableTarget(
      name: "fedctl-fuzz",
      dependencies: [
        "Certificates", "Facts", "Fleet", "HTTP", "JSON", "Kubernetes", "ObjectStore", "Templates",
        "Text", "XML", "YAML", argumentParser,
      ],
      path: "Tests/Fuzz",
      swiftSettings: quick,
    ),
    tests("JSON", ["JSON"]),
    tests("Diagnostics", ["Diagnostics", "Facts", "Text"]),
    tests("Graph", ["Graph"]),
    tests("Text", ["Text"]),
    tests("Digest", ["Digest"]),
    tests("Certificates", ["Certificates", "Facts"]),
    tests("XML", ["XML", "Facts"]),
    tests("Programs", ["Programs"]),
    tests("YAML", ["YAML", "JSON", "Facts"]),
    tests("Fleet", ["Fleet", "YAML", "JSON", "Facts", "Text"]),
    tests("Objects", ["Objects", "JSON", "Text"]),
    tests("Templates", ["Templates", "Fleet", "Objects", "YAML", "JSON", "Facts", "Text"]),
    tests("Plan", ["Plan", "Objects", "YAML", "Facts", "Graph", "JSON", "Text"]),
    tests("Usage", ["Usage", "Fleet", "JSON", "Facts"]),
    tests("HTTP", ["HTTP", "Facts", .product(name: "FlyingFox", package: "FlyingFox")]),
    tests(
      "Kubernetes",
      [
        "Kubernetes", "HTTP", "Objects", "JSON", "Facts",
        .product(name: "FlyingFox", package: "FlyingFox"),
        .product(name: "FlyingSocks", package: "FlyingFox"),
      ],
    ),
    tests(
      "Metrics",
      [
        "Metrics", "Kubernetes", "HTTP", "Facts",
        .product(name: "FlyingFox", package: "FlyingFox"),
        .product(name: "FlyingSocks", package: "FlyingFox"),
      ],
    ),
    tests(
      "ObjectStore",
      [
        "ObjectStore", "HTTP", "Facts", "XML", .product(name: "FlyingFox", package: "FlyingFox"),
        .product(name: "FlyingSocks", package: "FlyingFox"),
      ],
    ),
    tests(
      "Apply",
      [
        "Apply", "Plan", "Kubernetes", "HTTP", "Objects", "Facts", "Graph", "JSON", "Text",
        "fedctl-sandbox",
      ],
    ),
    tests(
      "fedctl",
      [
        "fedctl", "fedctl-sandbox", "fedctl-fuzz", "Apply", "Operate", "Plan", "Templates", "Fleet",
        "Usage", "Kubernetes", "Metrics", "Objects",
        "HTTP",
        "ObjectStore", "XML",
        "Certificates", "Digest", "Facts", "Diagnostics", "JSON", "YAML", argumentParser,
      ],
    ),
    tests(
      "Operate",
      [
        "Operate", "fedctl-sandbox", "Apply", "Plan", "Templates", "Fleet", "Metrics", "Kubernetes",
        "ObjectStore", "Objects", "HTTP", "Digest", "Facts", "JSON", "Usage",
      ],
    ),
    tests("Sandbox", ["fedctl-sandbox", "JSON", "YAML"]),
  ],
)
