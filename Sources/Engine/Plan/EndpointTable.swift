internal import AccordContract
internal import AccordDocuments

/// The endpoints of a contract, found by path.
struct EndpointTable {
  private(set) var endpoints: [Endpoint] = []
  private var tree = EndpointTree()
  private var numberOfPath: [String: Int] = [:]

  /// Adds the template of a resource; those of one path are one endpoint, whatever their queries.
  ///
  /// One that is no template is an endpoint that no step belongs to.
  mutating func declare(_ path: String, methods: [Method]?) {
    let shape = (try? URITemplate(path)).map { PathShape($0) }
    let key = shape?.text ?? path
    if let number = numberOfPath[key] {
      if let methods {
        endpoints[number].declaredMethods = (endpoints[number].declaredMethods ?? []) + methods
      }
      return
    }
    let number = add(Endpoint(path: path, declaredMethods: methods), as: key)
    if let shape { tree.add(shape, number: number) }
  }

  /// The most specific resource whose template the path matches, else an endpoint of its own.
  ///
  /// - Parameter path: The path as written, variables in braces.
  mutating func number(of path: String) -> Int {
    let path = String(Endpoint.withoutQuery(path))
    if let number = numberOfPath[path] { return number }
    return tree.number(of: path) ?? add(Endpoint(path: path), as: path)
  }

  /// The endpoint of steps that are sent to a link, wherever that leads.
  mutating func number(ofLink variable: Variable) -> Int {
    let path = "{\(variable.name)}"
    return numberOfPath[path] ?? add(Endpoint(path: path), as: path)
  }

  private mutating func add(_ endpoint: Endpoint, as key: String) -> Int {
    endpoints.append(endpoint)
    numberOfPath[key] = endpoints.count - 1
    return endpoints.count - 1
  }
}
