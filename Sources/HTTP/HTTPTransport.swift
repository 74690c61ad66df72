import Synchronization

/// Sends requests, many at once, over connections that are kept open.
package final class HTTPTransport: Sendable {
  private let thread: TransferThread
  private let identifiers = Atomic<UInt64>(1)

  /// nil where libcurl cannot be started, for want of memory.
  package init?() {
    guard let thread = TransferThread() else { return nil }
    self.thread = thread
  }

  deinit { thread.stop() }

  /// Sends a request and receives the whole answer, whatever its status.
  ///
  /// Cancelling the task ends the transfer with `TransportError.cancelled`.
  package func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
    let identifier = nextIdentifier()
    let result = await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let resume = { @Sendable (result: Result<HTTPResponse, TransportError>) in
          continuation.resume(returning: result)
        }
        do throws(TransportError) {
          thread.start(identifier, try Transfer(request, .whole(resume)))
          // A cancellation that came before the start found nothing to end.
          if Task.isCancelled { thread.cancel(identifier) }
        } catch {
          resume(.failure(error))
        }
      }
    } onCancel: {
      thread.cancel(identifier)
    }
    return try result.get()
  }

  /// Sends a request and receives the answer piece by piece; its errors are `TransportError`.
  ///
  /// Leaving the loop over the stream ends the transfer.
  package func stream(_ request: HTTPRequest) -> AsyncThrowingStream<HTTPPiece, any Error> {
    let identifier = nextIdentifier()
    return AsyncThrowingStream { continuation in
      continuation.onTermination = { [thread] _ in thread.cancel(identifier) }
      do throws(TransportError) {
        let delivery = Transfer.Delivery.pieces(
          { continuation.yield($0) },
          end: { continuation.finish(throwing: $0) },
        )
        thread.start(identifier, try Transfer(request, delivery))
      } catch {
        continuation.finish(throwing: error)
      }
    }
  }

  private func nextIdentifier() -> UInt64 {
    identifiers.wrappingAdd(1, ordering: .relaxed).oldValue
  }
}
