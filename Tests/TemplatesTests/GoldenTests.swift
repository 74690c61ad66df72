import Fleet
import JSON
import Objects
import Templates
import TestSupport
import Testing
import YAML

@Suite struct GoldenTests {
  @Test(arguments: Example.examples)
  func `an example is rendered to the files that are committed`(_ example: Example) throws {
    for manifest in try render(example.fleet, example.bundles).manifests {
      try expectGolden(YAML.text(manifest.preview), at: example.golden(manifest))
    }
  }

  @Test(arguments: Example.examples)
  func `no committed file is left over from what is no longer rendered`(
    _ example: Example
  ) throws {
    let rendered = try render(example.fleet, example.bundles).manifests.map(example.golden)
    let leftOver = goldenPaths(in: example.name).filter { !rendered.contains($0) }
    #expect(leftOver == [])
  }
}

extension Example {
  fileprivate func golden(_ manifest: Manifest) -> String {
    "\(name)/\(manifest.reference.cluster)/\(manifest.reference.fileName).yaml"
  }
}
