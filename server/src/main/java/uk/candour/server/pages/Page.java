package uk.candour.server.pages;

import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.View;
import uk.candour.server.access.AccessGate;
import uk.candour.server.access.AccessRule;
import uk.candour.server.accounts.Account;
import uk.candour.store.Unavailable;

/// A page to be shown: a template, its title and its values. Pages are made by [Pages].
public final class Page implements View {

  private final Pages pages;
  private final String template;
  private final String title;
  private final Map<String, Object> values = new HashMap<>();
  private final Map<String, String> problems = new LinkedHashMap<>();
  private @Nullable String back;
  private boolean isQuickToLeave;
  private boolean wide;
  private int status = HttpServletResponse.SC_OK;
  private @Nullable Showing showing;

  Page(Pages pages, String template, String title) {
    this.pages = pages;
    this.template = template;
    this.title = title;
  }

  /// Gives the template a value of the name of its parameter.
  public Page with(String name, Object value) {
    values.put(name, value);
    return this;
  }

  /// Says what is wrong with what was entered, by field; the answer becomes a 400 where anything
  /// is.
  public Page problems(Map<String, String> wrong) {
    problems.putAll(wrong);
    if (!wrong.isEmpty()) {
      status = HttpServletResponse.SC_BAD_REQUEST;
    }
    return this;
  }

  public Page back(String address) {
    back = address;
    return this;
  }

  /// Puts "Exit this page" on the page.
  public Page quickToLeave() {
    isQuickToLeave = true;
    return this;
  }

  /// Lets the page have the whole width, for tables.
  public Page wide() {
    wide = true;
    return this;
  }

  public Page status(int code) {
    status = code;
    return this;
  }

  /// Says whom the page shows and what for. Before it leaves, an entry of the record names them
  /// all.
  ///
  /// @param mentions as entries name them: `7KQ2-M9XD-4TFA/child`
  public Page showing(Account to, String purpose, Collection<String> mentions) {
    showing = new Showing(to, purpose, List.copyOf(mentions));
    return this;
  }

  private record Showing(Account to, String purpose, List<String> mentions) {}

  @Override
  public String getContentType() {
    return "text/html;charset=UTF-8";
  }

  @Override
  public void render(
      @Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Shell shell = pages.shell(request, title, problems, back, isQuickToLeave, wide);
    TemplateEngine templates = pages.templates();
    Map<String, Object> parameters = new HashMap<>(values);
    parameters.put("shell", shell);
    Utf8ByteOutput html = new Utf8ByteOutput();
    templates.render(template + ".jte", parameters, html);
    if (!isPutDown(request, response)) {
      return;
    }
    response.setStatus(status);
    response.setContentType(getContentType());
    response.setContentLength(html.getContentLength());
    html.writeTo(response.getOutputStream());
  }

  /// Puts down whom the page shows; where that cannot be, the page does not leave. A page of a
  /// route that may show children and does not say whom it shows is a fault.
  private boolean isPutDown(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    boolean mustSay =
        request.getAttribute(AccessGate.RULE) instanceof AccessRule rule
            && rule.showsChildren()
            && status == HttpServletResponse.SC_OK;
    Showing said = showing;
    if (said == null) {
      if (mustSay) {
        throw new IllegalStateException(template + " may show a child and does not say whom");
      }
      return true;
    }
    try {
      pages.acts().shown(said.to(), said.purpose(), said.mentions());
      return true;
    } catch (Unavailable e) {
      response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
      return false;
    }
  }
}
