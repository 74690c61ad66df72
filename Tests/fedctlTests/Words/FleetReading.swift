import Fleet
import TestSupport

extension Sample {
  /// What comes of the file under the name `fleet.yaml`.
  var reading: FleetReading { Fleet.read(Array(text.utf8), file: "fleet.yaml") }
}
