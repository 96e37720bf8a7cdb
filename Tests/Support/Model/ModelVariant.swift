/// A manner of a ``ModelAPI`` that breaks no rule, however unusual it is.
package enum ModelVariant: String, CaseIterable, Sendable {
  /// Items have `version` and `updatedAt`, which change with each write.
  case versions
  /// The list shows a write only at the third reading after it.
  case listDelay
  /// Items have `views`, which each GET adds one to; their ETags are weak and leave it out.
  case viewCounter
  /// Items have `servedAt`, another one each time they are read; they have no validators.
  case servedAt
  /// Nothing has a validator.
  case noValidators
  /// POST is answered 200 with the item, and without Location.
  case postIs200
  /// POST is answered 202 with a report, and without Location.
  case postIs202
  /// POST is answered 204.
  case postIs204
  /// PUT, and PATCH, that succeed are answered 204.
  case writesAre204
  /// What was deleted answers 410.
  case deletedIs410
  /// DELETE is answered 200 with the item.
  case deleteIs200
  /// DELETE is answered 202.
  case deleteIs202
  /// PUT makes nothing: an absent item answers 404.
  case noPutCreation
  /// A write to an item without If-Match is answered 428.
  case needsPrecondition
  /// Members that are not known are refused with 422.
  case strictMembers
  /// Members without a value are shown as null.
  case nullMembers
  /// A trailing slash is redirected away.
  case slashRedirects
  /// The collection is one array, all of it on one page.
  case bareList
  /// Methods that nobody knows are answered 405.
  case unknownMethodIs405
  /// Members without a value are shown with one that stands for none.
  case defaults
  /// POST of a name that an item has already is answered 409.
  case uniqueNames
  /// Every ninth request finds that somebody else made an item.
  case otherWriter
  /// After 20 requests each is answered 429.
  case limited
  /// Every write is answered 403.
  case writesAre403
  /// The ids of items are words.
  case wordIDs
}
