extension ModelService {
  /// A response with the fields that every one has, and without content where there is to be none.
  mutating func finished(
    _ response: ModelResponse, _ request: ModelRequest, _ target: ModelTarget?
  ) -> ModelResponse {
    var response = response
    response.fields.insert(ModelField("Date", now.field), at: 0)
    if let origin = request.value("Origin"), origin == ModelAPI.origin || fault == .anyOrigin {
      response.fields.append(ModelField("Access-Control-Allow-Origin", origin))
      response.fields.append(ModelField("Access-Control-Allow-Credentials", "true"))
    }
    finishVary(&response, request, target)
    if fault == .knowsCookie, request.method == "GET", response.status == 200 {
      response.fields.append(
        ModelField("Set-Cookie", "seen=1; Path=/; HttpOnly; SameSite=Lax"))
    }
    let hasLength = response.status != 204 && response.status != 304
    if !response.content.isEmpty {
      response.fields.append(ModelField("X-Content-Type-Options", "nosniff"))
    }
    if hasLength {
      response.fields.append(ModelField("Content-Length", "\(response.content.count)"))
    }
    if request.method == "HEAD" { finishHead(&response) }
    return response
  }

  /// Vary says the same of all answers of a resource, errors included.
  private func finishVary(
    _ response: inout ModelResponse, _ request: ModelRequest, _ target: ModelTarget?
  ) {
    if fault == .notModifiedWithoutVary, response.status == 304 { return }
    var names: [String] = []
    if case .item = target?.route, fault != .noVary,
      fault != .someVary || chosenType(request) == "application/xml"
    {
      names.append("Accept")
    }
    if fault != .noVaryEncoding, fault != .someVaryEncoding || isCoded(request) {
      names.append("Accept-Encoding")
    }
    if fault != .noVaryOrigin { names.append("Origin") }
    if !names.isEmpty { response.fields.append(ModelField("Vary", names.joined(separator: ", "))) }
  }

  private func finishHead(_ response: inout ModelResponse) {
    response.content = []
    guard response.status == 200 else { return }
    switch fault {
    case .headWithoutCaching: response.fields.set("Cache-Control", nil)
    case .headWithoutTag: response.fields.set("ETag", nil)
    case .headOfOtherType: response.fields.set("Content-Type", "text/plain")
    case .headWithoutLength: response.fields.set("Content-Length", "0")
    case .headWithoutStatus:
      response.status = 204
      response.fields.set("Content-Length", nil)
    default: break
    }
  }
}
