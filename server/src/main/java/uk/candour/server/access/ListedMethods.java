package uk.candour.server.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.web.filter.OncePerRequestFilter;

/// Answers 405 with `Allow` where the access table has a line for the path and none for the method.
/// Which methods a path has says nothing of any record, so nobody is asked who he is.
public final class ListedMethods extends OncePerRequestFilter {

  private final AccessTable table;

  public ListedMethods(AccessTable table) {
    this.table = table;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (table.rule(request).isEmpty()) {
      Set<String> methods = table.methods(request);
      if (!methods.isEmpty()) {
        response.setHeader("Allow", String.join(", ", methods));
        response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        return;
      }
    }
    chain.doFilter(request, response);
  }
}
