package import Fleet
package import Templates

/// A fleet whose file was found without a flaw, as far as the file alone can tell.
package struct LoadedFleet: Sendable {
  /// What the file says, with everything filled in.
  package let fleet: Fleet
  /// What came of reading it, with its lines.
  let reading: FleetReading
  /// As the person gave it.
  let path: String

  /// Renders it, which is when shows whether its patches can be applied, and do what they seem to; each that cannot, or
  /// may not, is told to the view as any other problem of the file.
  ///
  /// - Throws: `FleetFile.Flawed`.
  package func rendered(_ bundles: Bundles, view: any RunView) throws -> Rendering {
    do throws(PatchErrors) {
      let rendering = try render(fleet, bundles)
      if !rendering.doubts.isEmpty {
        view.show(.fleetFile(reading.doubting(rendering.doubts), path: path))
      }
      return rendering
    } catch {
      view.show(.fleetFile(reading.failing(with: error.problems), path: path))
      throw FleetFile.Flawed()
    }
  }
}
