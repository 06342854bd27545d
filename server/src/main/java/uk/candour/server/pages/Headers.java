package uk.candour.server.pages;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.web.filter.OncePerRequestFilter;

/// Sends with every answer what a browser may do with it: nothing but show it, with scripts that
/// carry this response's nonce and styles of our own.
public final class Headers extends OncePerRequestFilter {

  private static final String NONCE = Headers.class.getName() + ".nonce";
  private static final int NONCE_BYTES = 18;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final boolean isSecure;

  /// @param isSecure whether the service is reached by https, through a proxy
  public Headers(boolean isSecure) {
    this.isSecure = isSecure;
  }

  private static String policy(String nonce) {
    return "default-src 'none'; script-src 'nonce-"
        + nonce
        + "'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none';"
        + " frame-ancestors 'none'; frame-src 'self'";
  }

  /// The nonce of the response to a request.
  static String nonce(HttpServletRequest request) {
    String nonce = (String) request.getAttribute(NONCE);
    if (nonce == null) {
      byte[] bytes = new byte[NONCE_BYTES];
      RANDOM.nextBytes(bytes);
      nonce = Base64.getEncoder().encodeToString(bytes);
      request.setAttribute(NONCE, nonce);
    }
    return nonce;
  }

  @Override
  protected boolean shouldNotFilterErrorDispatch() {
    return false;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    response.setHeader("Content-Security-Policy", policy(nonce(request)));
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader(
        "Permissions-Policy",
        "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()");
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    response.setHeader("X-Frame-Options", "DENY");
    if (!request.getRequestURI().startsWith("/assets/")) {
      response.setHeader("Cache-Control", "no-store");
    }
    if (isSecure) {
      response.setHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
    }
    chain.doFilter(request, response);
  }
}
