/// A way for a ``ModelAPI`` to break one rule.
///
/// The raw value is the id of the rule; where a rule is broken in more than one way, a word behind `/`
/// tells them apart.
package enum ModelFault: String, CaseIterable, Sendable {
  // MARK: Safe methods
  /// GET of an item adds one to its `quantity`.
  case getCounts = "http.get.safe"
  /// GET of an item puts another item into the collection.
  case getAdds = "http.get.safe/collection"
  /// HEAD of an item adds one to its `quantity`.
  case headCounts = "http.head.safe"
  /// OPTIONS of an item adds one to its `quantity`.
  case optionsCounts = "http.head.safe/options"
  /// GET of an item with DELETE in a field that overrides the method removes it.
  case overrideField = "http.safe.method-override"
  /// GET of an item with `?_method=DELETE` removes it.
  case overrideQuery = "http.safe.method-override/query"

  // MARK: HEAD, OPTIONS and other methods
  /// HEAD is answered 405 everywhere, and Allow does not name it.
  case noHead = "http.head.supported"
  /// HEAD has no Cache-Control.
  case headWithoutCaching = "http.head.matches-get"
  /// HEAD has no ETag.
  case headWithoutTag = "http.head.matches-get/etag"
  /// HEAD names another Content-Type.
  case headOfOtherType = "http.head.matches-get/content-type"
  /// HEAD of an absent item is answered 200.
  case headOfAbsent = "http.head.status-matches-get"
  /// HEAD of what is there is answered 204.
  case headWithoutStatus = "http.head.status-matches-get/present"
  /// HEAD says `Content-Length: 0`.
  case headWithoutLength = "http.head.content-length"
  /// Allow names a method that is answered 405: POST for an item, PATCH for the collection.
  case allowsTooMuch = "http.options.allow-truthful"
  /// Allow does not name a method that is served: PATCH for an item, POST for the collection.
  case allowsTooLittle = "http.options.allow-truthful/unlisted"
  /// Allow does not name GET, though everything can be read.
  case allowsNoRead = "http.options.allow-truthful/get"
  /// A method that is not allowed is answered 400.
  case wrongMethodIs400 = "http.method.not-allowed-405"
  /// A method that nobody knows is served as GET is.
  case unknownMethodServed = "http.method.unknown-501"

  // MARK: PUT, DELETE, PATCH
  /// A PUT of what is there already adds one to `quantity`.
  case putCounts = "http.put.idempotent"
  /// A PUT of what is there already puts another item into the collection.
  case putAdds = "http.put.idempotent/collection"
  /// PUT keeps the old values of the members that it leaves out.
  case putMerges = "http.put.replaces"
  /// PUT is answered 200 and replaces nothing.
  case putIgnored = "http.put.replaces/ignored"
  /// PUT that made an item is answered 200.
  case putCreationIs200 = "http.put.status"
  /// PUT that replaced an item is answered 201.
  case putReplacementIs201 = "http.put.status/replaced"
  /// A second DELETE puts another item into the collection.
  case deleteAdds = "http.delete.idempotent"
  /// A second DELETE is answered 500.
  case deleteFails = "http.delete.idempotent/5xx"
  /// A merge patch that is refused for one member applies the others.
  case patchApplied = "http.patch.atomic"
  /// null in a merge patch leaves the member as it was.
  case nullKept = "patch.merge.null-removes"
  /// A merge patch that leaves `quantity` out sets it to 0.
  case absentReset = "patch.merge.null-removes/absent"
  /// An array in a merge patch is appended to the old one.
  case arrayAppended = "patch.merge.null-removes/array"
  /// What stands before a failing test in a JSON patch is applied.
  case testPassed = "patch.json.failed-test"
  /// A PUT that is refused with 422 adds one to `quantity`.
  case refusedPutCounts = "http.failed-write.no-effect"
  /// A POST that is refused with 422 makes an item.
  case refusedPostMakes = "http.failed-write.no-effect/post"

  // MARK: Answers
  /// A request with a field that nobody knows is answered 400.
  case unknownFieldRefused = "http.unknown-field.ignored"
  /// Reading with a field that nobody knows shows a member more.
  case unknownFieldShows = "http.unknown-field.ignored/content"
  /// Location of a 201 leads nowhere.
  case locationIsAbsent = "http.201.location-resolves"
  /// 304 has no Cache-Control.
  case notModifiedWithoutCaching = "http.304.headers"
  /// 304 has no ETag.
  case notModifiedWithoutTag = "http.304.headers/etag"
  /// 304 has no Vary.
  case notModifiedWithoutVary = "http.304.headers/vary"
  /// What is protected is shown to who sends no credentials.
  case openToAll = "http.auth.missing-401"
  /// Who sends no credentials is led to a page to log in.
  case leadsToLogin = "http.auth.missing-401/redirect"
  /// What is protected is shown to who sends any token.
  case anyToken = "http.auth.invalid-401"
  /// A wrong token is answered 500.
  case wrongTokenFails = "http.auth.invalid-401/5xx"
  /// POST reads content as JSON whatever its type.
  case anyType = "http.415.unsupported-type"
  /// Malformed content is answered 500.
  case malformedFails = "http.400.malformed-content"
  /// Malformed content makes an item.
  case malformedMakes = "http.400.malformed-content/accepted"
  /// A path that nobody knows is answered 200.
  case unknownPathIs200 = "http.404.unknown-path"
  /// A path that nobody knows is redirected to the root.
  case unknownPathRedirects = "http.404.unknown-path/redirect"
  /// An item that never was is answered 200, with `null`.
  case unknownItemIsNull = "http.404.unknown-item"
  /// An item that never was is answered 500.
  case unknownItemFails = "http.404.unknown-item/5xx"

  // MARK: Framing
  /// Nothing is said to `Expect: 100-continue` until the content is there.
  case waitsForContent = "http.expect.continue"

  // MARK: Representations and preconditions
  /// Vary does not name Accept.
  case noVary = "http.vary.present"
  /// Vary names Accept beside XML only.
  case someVary = "http.vary.consistent"
  /// Vary names Accept-Encoding nowhere.
  case noVaryEncoding = "http.vary.present/encoding"
  /// Vary names Accept-Encoding beside gzip only.
  case someVaryEncoding = "http.vary.consistent/encoding"
  /// JSON and XML have one strong ETag.
  case oneTag = "http.etag.per-representation"
  /// What is coded with gzip has the strong ETag of what is not.
  case oneTagOfCodings = "http.etag.per-representation/encoding"
  /// The ETag is another one with each read.
  case restlessTag = "http.etag.stable"
  /// The ETag is another one with each connection.
  case tagOfConnection = "http.etag.stable/connection"
  /// An item keeps its strong ETag when it changes.
  case tagOfItem = "http.etag.changes"
  /// PUT with `If-None-Match: *` replaces what is there.
  case starIgnored = "http.inm.star-412"
  /// If-Match of PUT, PATCH and DELETE is ignored.
  case ifMatchIgnored = "http.if-match.412"
  /// PUT whose If-Match does not match is answered 412, and applied.
  case refusedAndApplied = "http.if-match.412/applied"
  /// If-Match of DELETE is ignored.
  case ifMatchOfDeleteIgnored = "http.if-match.412/delete"
  /// If-None-Match with an absent item is answered 304.
  case absentIs304 = "http.conditional.error-first"
  /// If-None-Match without credentials is answered 304 where some are needed.
  case protectedIs304 = "http.conditional.error-first/401"

  // MARK: Statelessness
  /// What is read is shown otherwise to the first request of a connection than to those after it.
  case knowsConnection = "rest.stateless.connection"
  /// What is read is shown otherwise to who sends back a cookie.
  case knowsCookie = "rest.stateless.cookie"
  /// `/steady` and `/report` tell what was read before.
  case knowsOrder = "rest.stateless.order"
  /// Items tell what was read before.
  case itemKnowsOrder = "rest.stateless.order/item"
  /// The collection without `?page` is the page that was last asked for.
  case knowsPage = "rest.stateless.order/page"
  /// Who was authorised once on a connection stays so.
  case authorisedConnection = "rest.auth.not-connection-bound"

  // MARK: Life cycle
  /// POST keeps a `quantity` greater by one.
  case postCounts = "rest.lifecycle.roundtrip"
  /// POST does not keep `note` and `tags`.
  case postDrops = "rest.lifecycle.roundtrip/dropped"
  /// What is made is not listed.
  case createdUnlisted = "rest.lifecycle.created-listed"
  /// POST replaces the item that the POST before made, if that is still there.
  case postReplaces = "rest.lifecycle.post-distinct"
  /// What was deleted can still be read.
  case deletedStays = "rest.lifecycle.deleted-gone"
  /// What was deleted is still listed.
  case deletedListed = "rest.lifecycle.deleted-unlisted"
  /// Each POST makes an item, whatever its Idempotency-Key.
  case keyIgnored = "idempotency-key.replay"

  // MARK: URIs and links
  /// Percent-encoded characters are compared as they are written.
  case encodedIsAnother = "uri.percent-normalisation"
  /// With a trailing slash there is another document.
  case slashIsAnother = "uri.trailing-slash"
  /// The link to the last page leads nowhere.
  case lastIsAbsent = "link.targets-resolve"
  /// The last page's next is the first.
  case nextLoops = "link.next-terminates"
  /// Each page has a next, without end.
  case nextIsEndless = "link.next-terminates/endless"
  /// The second page begins with the last item of the first.
  case pagesOverlap = "link.next-no-duplicates"
  /// The first item of the second page is on no page.
  case pageLoses = "link.next-no-duplicates/lost"

  // MARK: Other origins
  /// Every origin is allowed, with credentials.
  case anyOrigin = "sec.cors.reflect-any"
  /// Vary does not name Origin.
  case noVaryOrigin = "sec.cors.vary-origin"

  /// The id of the rule that it breaks.
  package var rule: String { String(rawValue.prefix { $0 != "/" }) }

  /// Rules judged on single exchanges that it cannot but break too.
  package var besides: [String] {
    switch self {
    case .deleteFails, .wrongTokenFails, .malformedFails, .unknownItemFails: ["http.5xx.none"]
    default: []
    }
  }
}
