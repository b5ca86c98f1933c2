package jp.careplan.application;

import jakarta.servlet.http.HttpServletRequest;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/** The certificate that TLS accepted for this request. */
public final class ClientCertificate {
  private static final String ATTRIBUTE = "jakarta.servlet.request.X509Certificate";

  private ClientCertificate() {}

  public static Optional<X509Certificate> of(HttpServletRequest request) {
    return chainOf(request).stream().findFirst();
  }

  /** The certificate first, then what the client sent beside it; empty when it sent none. */
  public static List<X509Certificate> chainOf(HttpServletRequest request) {
    return request.getAttribute(ATTRIBUTE) instanceof X509Certificate[] chain
        ? List.of(chain)
        : List.of();
  }
}
