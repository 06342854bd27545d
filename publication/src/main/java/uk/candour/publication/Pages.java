package uk.candour.publication;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.WriterOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Writes HTML pages from the templates in `src/main/jte`, which are compiled with the product and
/// escape what they are given by where it stands.
final class Pages {

  private static final TemplateEngine TEMPLATES =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, Pages.class.getClassLoader(), "uk.candour.publication");

  private Pages() {}

  static void write(Path file, String template, Object page) throws IOException {
    try (BufferedWriter writer = Files.newBufferedWriter(file)) {
      TEMPLATES.render(template, page, new WriterOutput(new VisibleControls(writer)));
    }
  }
}
