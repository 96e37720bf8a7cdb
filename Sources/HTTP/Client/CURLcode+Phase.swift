import CAccordCurl

extension CURLcode {
  /// The phase before anything was sent that only this error can be of; nil for one that says nothing
  /// of it.
  var phaseOfConnecting: TransportError.Phase? {
    switch self {
    case CURLE_URL_MALFORMAT, CURLE_LOGIN_DENIED:
      .request
    case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_RESOLVE_PROXY:
      .nameLookup
    case CURLE_COULDNT_CONNECT, CURLE_PROXY:
      .connect
    case CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CERTPROBLEM,
      CURLE_SSL_CACERT_BADFILE, CURLE_SSL_CIPHER, CURLE_SSL_ISSUER_ERROR,
      CURLE_SSL_PINNEDPUBKEYNOTMATCH, CURLE_SSL_INVALIDCERTSTATUS, CURLE_SSL_CLIENTCERT,
      CURLE_SSL_CRL_BADFILE, CURLE_SSL_ENGINE_NOTFOUND, CURLE_SSL_ENGINE_SETFAILED,
      CURLE_SSL_ENGINE_INITFAILED:
      .tls
    default: nil
    }
  }
}
