package uk.candour.server.pages;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/// The start page.
@Controller
public final class HomePages {

  private final Pages pages;

  public HomePages(Pages pages) {
    this.pages = pages;
  }

  @GetMapping("/")
  View start() {
    return pages.page("home/start", "Every concern about a child gets an answer");
  }
}
