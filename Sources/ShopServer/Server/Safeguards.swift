import HTTPTypes
import Hummingbird
import Logging
import NIOHTTP1

/// What holds for every answer: an error is a problem document, and no browser guesses media types.
struct Safeguards: RouterMiddleware {
  func handle(
    _ request: Request, context: ShopContext,
    next: (Request, ShopContext) async throws -> Response
  ) async throws -> Response {
    var response: Response
    do {
      guard HTTPRequest.Method.known.contains(request.method) else {
        throw Problem.notImplemented(request.method)
      }
      response = request.isAboutServer ? Self.options : try await next(request, context)
    } catch let problem as Problem {
      response = try problem.response(from: request, context: context)
    } catch let error as HTTPError where error.status == .notFound {
      let problem = Problem.notFound("There is no such path.")
      response = try problem.response(from: request, context: context)
    } catch let error as HTTPParserError {
      throw error  // the message itself is broken: the connection answers that
    } catch {
      context.logger.error("\(request.method) \(request.uri.path): \(error)")
      response = try Problem.unexpected().response(from: request, context: context)
    }
    response.headers[.xContentTypeOptions] = "nosniff"
    return response
  }

  private static var options: Response {
    let methods = HTTPRequest.Method.known.filter { $0 != .trace }
    let allow = methods.map(\.rawValue).joined(separator: ", ")
    return Response(status: .noContent, headers: [.allow: allow])
  }
}

extension Request {
  /// `OPTIONS *`, which asks about the server and not about a resource (RFC 9110 section 9.3.7).
  fileprivate var isAboutServer: Bool { method == .options && head.path == "*" }
}
