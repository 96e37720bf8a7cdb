/// The rules that Accord knows.
package enum RuleCatalogue {
  /// The sections of standards that rules come from, in the order in which rules are listed.
  package static let sections: [RuleSection] = [
    // RFC 9110
    .fieldOrder, .dateFormats, .date, .contentType, .mediaType, .contentEncoding, .contentLength,
    .lastModified, .etag, .etagGeneration, .post, .options, .trace, .location, .retryAfter, .server,
    .wwwAuthenticate, .accept, .acceptEncoding, .ifNoneMatch, .ifModifiedSince, .redirection,
    .clientError, .unauthorized, .methodNotAllowed, .serverError,
    // Reads: RFC 9110
    .connections,
    .normalization,
    .fieldNames,
    .validators,
    .knownMethods,
    .safeMethods,
    .headFields,
    .credentials,
    .vary,
    .varyOfAll,
    .whenToEvaluate,
    .notModified,
    .notFound,
    // Reads: links, conventions
    .linkTarget,
    .pagedFeeds,
    .owaspHTTPS,
    .securityMisconfiguration,
    .corsCaches,
    // RFC 9111, 9112
    .authenticatedResponses, .cacheControl, .messageLength,
    // Octets as they are
    .head, .noContent, .host, .absoluteForm, .fieldLineParsing, .lineFolding, .transferEncoding,
    .messageEnd, .chunkedCoding, .persistence, .expect,
    // RFC 9205, 6585
    .statusCodes, .freshness, .tooManyRequests,
    // Content
    .jsonText, .jsonObjects, .jsonEncoding, .xmlContent, .problemDetails, .problemMembers,
    .problemStatus,
    // Links, deprecation
    .linkField, .linkRelation, .deprecation, .sunsetAfterDeprecation, .sunset,
    // Conventions
    .owaspIntroduction, .owaspContentTypes, .owaspErrorHandling, .owaspSecurityHeaders,
    .cookieAttributes, .corsCheck,
    // Writes: RFC 9110
    .methodOverrides,
    .idempotentMethods,
    .put,
    .delete,
    .allow,
    .createdLocation,
    .changingTags,
    .ifMatch,
    .ifNoneMatchStar,
    .created,
    .distinctCreation,
    .refusedWrites,
    .badRequest,
    .unsupportedMediaType,
    // Patches, keys
    .patchMethod,
    .mergePatch,
    .jsonPatchErrors,
    .idempotentReplay,
  ]

  /// All rules.
  package static let rules: [Rule] = sections.flatMap(\.rules)
}
