package uk.candour.server.pages;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.candour.server.access.Viewer;

/// What stands around every page: its title, who is signed in, what is wrong with what was entered,
/// and the secrets of this one response.
///
/// @param csrfName the name of the field that a form must send
/// @param nonce what a script of this response must carry
/// @param links where the viewer's role may go, in the order of the menu
/// @param problems what is wrong, by the field it is wrong with; empty where nothing is
/// @param back where "Back" leads, or null where there is none
/// @param isQuickToLeave whether the page has "Exit this page"
/// @param demo whether this is the made-up borough
public record Shell(
    String title,
    Viewer viewer,
    String csrfName,
    String csrf,
    String nonce,
    List<Link> links,
    Map<String, String> problems,
    @Nullable String back,
    boolean isQuickToLeave,
    boolean demo,
    boolean wide) {

  /// A place to go.
  ///
  /// @param here whether the page is part of it
  public record Link(String address, String words, boolean here) {}

  /// What is wrong with a field, or null.
  public @Nullable String problem(String field) {
    return problems.get(field);
  }

  /// The title as the browser's tab shows it.
  public String tab() {
    return (problems.isEmpty() ? "" : "Error: ") + title + " - Candour";
  }
}
