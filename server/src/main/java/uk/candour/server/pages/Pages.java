package uk.candour.server.pages;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import uk.candour.server.Acts;
import uk.candour.server.access.AccessRule;
import uk.candour.server.access.AccessTable;
import uk.candour.server.access.UserRole;
import uk.candour.server.access.Viewers;

/// Makes pages out of the templates, with the shell around them.
public final class Pages {

  /// The menu, in order; what a role may not open it is not shown.
  private static final List<Map.Entry<String, String>> MENU =
      List.of(
          Map.entry("/queue", "Reports to decide"),
          Map.entry("/search", "Search"),
          Map.entry("/duties", "Duties"),
          Map.entry("/escalations", "Escalations"),
          Map.entry("/directions", "Directions"),
          Map.entry("/caseload", "Caseload"),
          Map.entry("/my-reports", "My reports"),
          Map.entry("/inquiries", "Inquiry"),
          Map.entry("/access-log", "Access log"),
          Map.entry("/administration", "Administration"),
          Map.entry("/statistics", "Statistics"));

  private final TemplateEngine templates =
      TemplateEngine.createPrecompiled(null, ContentType.Html, null, "uk.candour.server.templates");
  private final Viewers viewers;
  private final AccessTable table;
  private final Acts acts;
  private final boolean demo;

  public Pages(Viewers viewers, AccessTable table, Acts acts, boolean demo) {
    this.acts = acts;
    this.viewers = viewers;
    this.table = table;
    this.demo = demo;
  }

  /// A page of a template, named by its path without the ending.
  public Page page(String template, String title) {
    return new Page(this, template, title);
  }

  Acts acts() {
    return acts;
  }

  TemplateEngine templates() {
    return templates;
  }

  Shell shell(
      HttpServletRequest request,
      String title,
      Map<String, String> problems,
      @Nullable String back,
      boolean isQuickToLeave,
      boolean wide) {
    var viewer = viewers.current();
    var csrf = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
    return new Shell(
        title,
        viewer,
        csrf == null ? "" : csrf.getParameterName(),
        csrf == null ? "" : csrf.getToken(),
        Headers.nonce(request),
        links(viewer.role(), request.getRequestURI()),
        problems,
        back,
        isQuickToLeave,
        demo,
        wide);
  }

  private List<Shell.Link> links(UserRole role, String here) {
    List<Shell.Link> links = new ArrayList<>();
    for (Map.Entry<String, String> item : MENU) {
      for (AccessRule rule : table.rules()) {
        if (rule.method().equals("GET")
            && rule.route().equals(item.getKey())
            && rule.allows(role)
            && (role != UserRole.PUBLIC || item.getKey().equals("/statistics"))) {
          links.add(new Shell.Link(item.getKey(), item.getValue(), here.startsWith(item.getKey())));
        }
      }
    }
    return links;
  }
}
