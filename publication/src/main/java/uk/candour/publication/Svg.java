package uk.candour.publication;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A drawing in SVG, element by element, with an accessible name and description.
///
/// Coordinates are pixels from the upper left corner, printed with one decimal at most, so that the
/// same figures give the same bytes. Looks are left to the classes of the page's style sheet.
final class Svg {

  private final StringBuilder body = new StringBuilder();
  private final String id;
  private final double width;
  private final double height;
  private final String title;
  private final String description;

  /// @param id distinct among all drawings of a page
  Svg(String id, double width, double height, String title, String description) {
    this.id = id;
    this.width = width;
    this.height = height;
    this.title = title;
    this.description = description;
  }

  double width() {
    return width;
  }

  Svg line(double x1, double y1, double x2, double y2, String looks) {
    open("line", looks);
    attribute("x1", x1);
    attribute("y1", y1);
    attribute("x2", x2);
    attribute("y2", y2);
    body.append("/>");
    return this;
  }

  /// A line as wide as a count asks for.
  Svg stroke(double x1, double y1, double x2, double y2, double thickness, String looks) {
    open("line", looks);
    attribute("x1", x1);
    attribute("y1", y1);
    attribute("x2", x2);
    attribute("y2", y2);
    attribute("stroke-width", thickness);
    body.append("/>");
    return this;
  }

  Svg rect(double x, double y, double w, double h, String looks, @Nullable String tip) {
    open("rect", looks);
    attribute("x", x);
    attribute("y", y);
    attribute("width", Math.max(0, w));
    attribute("height", Math.max(0, h));
    return close("rect", tip);
  }

  Svg circle(double x, double y, double radius, String looks, @Nullable String tip) {
    open("circle", looks);
    attribute("cx", x);
    attribute("cy", y);
    attribute("r", radius);
    return close("circle", tip);
  }

  /// A path of points; `shape` as in the `d` attribute, made by [#one].
  Svg path(String shape, String looks, @Nullable String tip) {
    open("path", looks);
    body.append(" d=\"").append(shape).append('"');
    return close("path", tip);
  }

  /// @param anchor `start`, `middle` or `end`: which part of the text stands at x
  Svg text(double x, double y, String anchor, String looks, String text) {
    open("text", looks);
    attribute("x", x);
    attribute("y", y);
    if (!anchor.equals("start")) {
      body.append(" text-anchor=\"").append(anchor).append('"');
    }
    body.append('>').append(escaped(text)).append("</text>");
    return this;
  }

  String markup() {
    return """
    <svg role="img" aria-labelledby="%s-t %s-d" viewBox="0 0 %s %s" width="%s" height="%s">\
    <title id="%s-t">%s</title><desc id="%s-d">%s</desc>%s</svg>\
    """
        .formatted(
            id,
            id,
            one(width),
            one(height),
            one(width),
            one(height),
            id,
            escaped(title),
            id,
            escaped(description),
            body);
  }

  /// A coordinate with one decimal at most.
  static String one(double value) {
    long tenths = Math.round(value * 10);
    return tenths % 10 == 0
        ? Long.toString(tenths / 10)
        : String.format(Locale.ROOT, "%.1f", tenths / 10.0);
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  private void open(String element, String looks) {
    body.append('<').append(element).append(" class=\"").append(looks).append('"');
  }

  private void attribute(String name, double value) {
    body.append(' ').append(name).append("=\"").append(one(value)).append('"');
  }

  private Svg close(String element, @Nullable String tip) {
    if (tip == null) {
      body.append("/>");
    } else {
      body.append("><title>").append(escaped(tip)).append("</title></").append(element).append('>');
    }
    return this;
  }
}
