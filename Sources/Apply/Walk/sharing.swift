import Facts
import JSON
import Kubernetes
import Objects
import Plan

/// Texts that others write too: each write is made of the text as it is at that moment, and refused by the
/// server if somebody has written in between.
extension ApplyStep {
  /// Sets the fleet's part into the text as it is now, which somebody may have changed since the plan.
  func share(_ part: JSON, _ key: String) async throws(ApplyError) {
    var contention = Contention(lasting: waitTimeout)
    while true {
      let body = try sharing(part, key, with: try await current())
      do throws(KubernetesError) {
        return try await store(body, force: change.takesOver)
      } catch {
        guard error.status?.isConflict == true, error.fieldConflicts.isEmpty,
          await contention.mayTryAgain()
        else { throw .kubernetes(error) }
      }
    }
  }

  /// The object as it is sent: refused by the server if somebody writes it in between.
  private func sharing(_ part: JSON, _ key: String, with live: JSON?) throws(ApplyError) -> JSON {
    do throws(Obstacle) {
      let body = try SharedText.body(part, sharing: key, with: live)
      guard let version = live?.metadata.resourceVersion else { return body }
      return body.setting(FieldPath(keys: "metadata", "resourceVersion"), to: .string(version))
    } catch {
      throw .obstacle(error)
    }
  }

  /// The object as it is now; nil where it does not exist.
  private func current() async throws(ApplyError) -> JSON? {
    do throws(KubernetesError) {
      return try await client.get(reference)
    } catch {
      throw .kubernetes(error)
    }
  }

  /// Takes the fleet's part out of the text as it is now.
  func withdraw() async throws(ApplyError) {
    var contention = Contention(lasting: waitTimeout)
    while true {
      guard let live = try await current(), let patch = try withdrawal(from: live) else { return }
      do throws(KubernetesError) {
        _ = try await client.mergePatch(reference, patch)
        return
      } catch {
        guard error.status?.isConflict == true, await contention.mayTryAgain() else {
          throw .kubernetes(error)
        }
      }
    }
  }

  private func withdrawal(from live: JSON) throws(ApplyError) -> JSON? {
    do throws(Obstacle) {
      return try SharedText.withdrawal(from: live)
    } catch {
      throw .obstacle(error)
    }
  }
}
