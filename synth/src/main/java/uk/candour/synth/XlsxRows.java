package uk.candour.synth;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/// A workbook with one visible sheet of rows and, before it, a hidden one that somebody forgot.
///
/// The library stamps the time of writing into the file. So the finished file is written once more
/// without it, and the same rows give the same bytes.
final class XlsxRows implements Rows {

  private static final DateTimeFormatter TYPED = Clerk.dates("dd/MM/yyyy");
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private final Path file;
  private final OutputStream out;
  private final Workbook workbook;
  private final Worksheet sheet;
  private final int dateColumn;
  private int row;

  /// @param dateColumn the column whose cells hold dates; in all others dates are text
  XlsxRows(Path file, String sheetName, List<String> columns, String dateColumn)
      throws IOException {
    this.file = file;
    this.out = Files.newOutputStream(unfinished());
    this.workbook = new Workbook(out, "Candour", "1.0");
    Worksheet hidden = workbook.newWorksheet("Lookups");
    hidden.setVisibilityState(VisibilityState.HIDDEN);
    hidden.value(0, 0, "Code");
    hidden.value(0, 1, "Meaning");
    hidden.value(1, 0, "NFA");
    hidden.value(1, 1, "No further action");
    hidden.finish();
    this.sheet = workbook.newWorksheet(sheetName);
    this.dateColumn = columns.indexOf(dateColumn);
    for (int i = 0; i < columns.size(); i++) {
      sheet.value(0, i, columns.get(i));
    }
    row = 1;
  }

  @Override
  public void write(List<String> values) throws IOException {
    for (int i = 0; i < values.size(); i++) {
      if (i == dateColumn && !values.get(i).isEmpty()) {
        sheet.value(row, i, LocalDate.parse(values.get(i), TYPED));
        sheet.style(row, i).format("dd/mm/yyyy").set();
      } else if (!values.get(i).isEmpty()) {
        sheet.value(row, i, values.get(i));
      }
    }
    row++;
    if (row % 1000 == 0) {
      sheet.flush();
    }
  }

  @Override
  public void close() throws IOException {
    workbook.finish();
    workbook.close();
    out.close();
    try (ZipFile written = new ZipFile(unfinished().toFile());
        ZipOutputStream again = new ZipOutputStream(Files.newOutputStream(file))) {
      for (ZipEntry part : Collections.list(written.entries())) {
        ZipEntry copy = new ZipEntry(part.getName());
        copy.setTimeLocal(NO_TIME);
        again.putNextEntry(copy);
        try (InputStream in = written.getInputStream(part)) {
          if (part.getName().equals("docProps/core.xml")) {
            String core = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            again.write(
                core.replaceAll("(?<tag><dcterms:created[^>]*>)[^<]*", "${tag}1980-01-01T00:00:00Z")
                    .getBytes(StandardCharsets.UTF_8));
          } else {
            in.transferTo(again);
          }
        }
        again.closeEntry();
      }
    }
    Files.delete(unfinished());
  }

  private Path unfinished() {
    return file.resolveSibling(file.getFileName() + ".unfinished");
  }
}
