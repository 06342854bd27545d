package uk.candour.synth;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Separated values with a header, CRLF at line ends, quoted where they must be.
final class CsvRows implements Rows {

  private final char separator;
  private final BufferedWriter out;
  private final CharsetEncoder encoder;

  /// @param charset UTF-16 begins with its byte-order mark
  CsvRows(Path file, char separator, Charset charset, List<String> columns) throws IOException {
    this.separator = separator;
    this.out = new BufferedWriter(new OutputStreamWriter(Files.newOutputStream(file), charset));
    this.encoder = charset.newEncoder();
    write(columns);
  }

  CsvRows(Path file, List<String> columns) throws IOException {
    this(file, ',', StandardCharsets.UTF_8, columns);
  }

  @Override
  public void write(List<String> values) throws IOException {
    out.write(line(values));
    out.write("\r\n");
  }

  @Override
  public void writeCutShort(List<String> values) throws IOException {
    write(values.subList(0, values.size() - 2));
  }

  @Override
  public void writeBroken(List<String> values) throws IOException {
    int half = values.size() / 2;
    out.write(line(values.subList(0, half)));
    out.write("\r\n");
    out.write(line(values.subList(half, values.size())));
    out.write("\r\n");
  }

  @Override
  public void close() throws IOException {
    out.close();
  }

  private String line(List<String> values) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < values.size(); i++) {
      if (i > 0) {
        line.append(separator);
      }
      line.append(quoted(Clerk.encodable(values.get(i), encoder)));
    }
    return line.toString();
  }

  private String quoted(String value) {
    boolean plain =
        value.indexOf(separator) < 0 && value.indexOf('"') < 0 && value.indexOf('\n') < 0;
    return plain ? value : '"' + value.replace("\"", "\"\"") + '"';
  }
}
