package uk.candour.server.pages;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.View;

/// The pages for what went wrong. A page that is not there and one that the viewer may not see are
/// answered alike: 404, the same words.
@Controller
public final class Errors implements ErrorController {

  private final Pages pages;

  public Errors(Pages pages) {
    this.pages = pages;
  }

  @RequestMapping("/error")
  @Nullable View error(HttpServletRequest request, HttpServletResponse response) {
    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    int code = status instanceof Integer known ? known : HttpServletResponse.SC_NOT_FOUND;
    Object asked = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    if (asked instanceof String path && isForMachines(path)) {
      Problem.of(code, Problem.title(code)).write(response);
      return null;
    }
    return page(code);
  }

  /// The page of a status.
  public Page page(int code) {
    return switch (code) {
      case 403, 404 -> notFound();
      case 405 -> notFound().status(405);
      case 503 -> pages.page("error/busy", "Nothing has been lost or accepted").status(503);
      case 400, 413, 415, 422 ->
          pages.page("error/refused", "This could not be taken").status(code);
      default -> pages.page("error/fault", "Something went wrong on our side").status(code);
    };
  }

  public Page notFound() {
    return pages
        .page("error/not-found", "There is nothing here for you")
        .status(HttpServletResponse.SC_NOT_FOUND);
  }

  private static boolean isForMachines(String path) {
    return path.startsWith("/api/")
        || path.startsWith("/log/")
        || path.startsWith("/health/")
        || path.equals("/info")
        || path.equals("/openapi.json")
        || path.equals("/metrics");
  }
}
