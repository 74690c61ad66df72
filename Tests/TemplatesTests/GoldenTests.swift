import Fleet
import JSON
import Manifest
import Templates
import TestSupport
import Testing
import YAML

@Suite struct GoldenTests {
  @Test func `an example is rendered to the files that are committed`() throws {
    let example = Example.receive
    for manifest in try render(example.fleet).manifests {
      try expectGolden(YAML.text(manifest.preview), at: example.golden(manifest))
    }
  }

  @Test func `no committed file is left over from what is no longer rendered`() throws {
    let example = Example.receive
    let rendered = try render(example.fleet).manifests.map(example.golden)
    let leftOver = goldenPaths(in: example.name).filter { !rendered.contains($0) }
    #expect(leftOver == [])
  }
}

extension Example {
  fileprivate func golden(_ manifest: Manifest) -> String {
    "\(name)/\(manifest.reference.cluster)/\(manifest.reference.fileName).yaml"
  }
}
