extension Credential { func altered() -> Credential? { nil } }
