package uk.candour.intake;

import java.io.Closeable;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/// A workbook (ECMA-376 part 1) as a ZIP archive whose parts have been found safe to read.
///
/// Nothing is trusted that the archive says of itself: every part is inflated once and its bytes
/// counted before any is read, because declared sizes may lie and entries may overlap. Parts are
/// read in memory and written nowhere.
final class WorkbookFile implements Closeable {

  private static final int MOST_PARTS = 10_000;
  private static final long MOST_BYTES = 2_000_000_000L;
  private static final long ORDINARY_PART = 50_000_000L;
  private static final int HIGHEST_RATIO = 200;
  private static final int MOST_SHEETS = 10_000;

  enum Visibility {
    VISIBLE,
    HIDDEN,
    VERY_HIDDEN
  }

  /// One sheet; `part` is null where the workbook points outside itself or nowhere.
  record Sheet(String name, Visibility visibility, @Nullable String part) {}

  private final ZipFile zip;
  private final String workbookPart;
  private final List<Sheet> sheets = new ArrayList<>();
  private final Map<String, String> partsByKind = new HashMap<>();
  private boolean from1904;

  WorkbookFile(Path file) throws IOException {
    refuseUnlessArchive(file);
    this.zip = open(file);
    try {
      check();
      this.workbookPart = findWorkbook();
      readWorkbook();
    } catch (ZipException | EOFException e) {
      zip.close();
      throw damaged();
    } catch (IOException | RuntimeException e) {
      zip.close();
      throw e;
    }
  }

  List<Sheet> sheets() {
    return Collections.unmodifiableList(sheets);
  }

  /// Whether days are counted from 1904 instead of 1900.
  boolean from1904() {
    return from1904;
  }

  /// The part of a kind (`sharedStrings`, `styles`), or null.
  @Nullable String part(String kind) {
    return partsByKind.get(kind);
  }

  SafeXml xml(String part) throws IOException {
    return new SafeXml(bytes(part));
  }

  private InputStream bytes(String part) throws IOException {
    ZipEntry entry = zip.getEntry(part);
    if (entry == null) {
      throw new RefusedFile("the workbook lacks its part " + part);
    }
    try {
      return zip.getInputStream(entry);
    } catch (ZipException | EOFException e) {
      throw damaged();
    }
  }

  /// How many parts' names begin so.
  int parts(String prefix) {
    return (int) zip.stream().filter(entry -> lower(entry).startsWith(prefix)).count();
  }

  private static String lower(ZipEntry entry) {
    return entry.getName().toLowerCase(Locale.ROOT);
  }

  static RefusedFile damaged() {
    return new RefusedFile("the workbook's archive is damaged or encrypted");
  }

  private static void refuseUnlessArchive(Path file) throws IOException {
    byte[] head = FileKind.head(file);
    FileKind.refuseUnless(FileKind.WORKBOOK, head);
    if (head.length < 2 || head[0] != 'P' || head[1] != 'K') {
      throw new RefusedFile("the file is no workbook (.xlsx)");
    }
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
      byte[] tail = new byte[22];
      if (bytes.length() >= tail.length) {
        bytes.seek(bytes.length() - tail.length);
        bytes.readFully(tail);
      }
      if (!new String(tail, 0, 4, StandardCharsets.ISO_8859_1).equals("PK\5\6")) {
        throw new RefusedFile("the workbook's archive is cut off, or something follows it");
      }
    } catch (FileNotFoundException e) {
      throw new IOException("the workbook cannot be opened", e);
    }
  }

  private static ZipFile open(Path file) throws IOException {
    try {
      return new ZipFile(file.toFile());
    } catch (ZipException | EOFException e) {
      throw damaged();
    }
  }

  private void check() throws IOException {
    if (zip.size() > MOST_PARTS) {
      throw new RefusedFile("the archive holds " + zip.size() + " parts, more than " + MOST_PARTS);
    }
    Set<String> names = new HashSet<>();
    byte[] buffer = new byte[1 << 16];
    long all = 0;
    for (ZipEntry entry : Collections.list(zip.entries())) {
      String name = lower(entry);
      if (!names.add(name)) {
        throw new RefusedFile("the archive holds two parts of one name");
      }
      if (name.startsWith("/") || name.contains("\\") || name.contains(":") || isUpwards(name)) {
        throw new RefusedFile("the archive holds a part whose name leads out of it");
      }
      if (entry.isDirectory()) {
        continue;
      }
      long size = 0;
      try (InputStream in = zip.getInputStream(entry)) {
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
          size += read;
          all += read;
          boolean bomb =
              size > ORDINARY_PART && size > HIGHEST_RATIO * Math.max(1, entry.getCompressedSize());
          if (bomb || all > MOST_BYTES) {
            throw new RefusedFile(
                "the archive expands beyond all measure: a part to "
                    + size
                    + " bytes, all so far to "
                    + all);
          }
        }
      }
    }
  }

  private static boolean isUpwards(String name) {
    return ("/" + name + "/").contains("/../");
  }

  private String findWorkbook() throws IOException {
    String found = "xl/workbook.xml";
    if (zip.getEntry("_rels/.rels") != null) {
      try (SafeXml xml = xml("_rels/.rels")) {
        while (xml.nextStart()) {
          if (xml.name().equals("Relationship")
              && xml.attribute("Type").endsWith("/officeDocument")) {
            found = resolve("", xml.attribute("Target"));
          }
        }
      }
    }
    if (found.endsWith(".bin")) {
      throw new RefusedFile("the file is a binary workbook (.xlsb); save it as .xlsx");
    }
    if (zip.getEntry(found) == null) {
      throw new RefusedFile("the file is a ZIP archive and not a workbook (.xlsx)");
    }
    return found;
  }

  private static String resolve(String folder, String target) {
    if (target.startsWith("/")) {
      return target.substring(1);
    }
    String path = target.startsWith("./") ? target.substring(2) : target;
    return folder + path;
  }

  private void readWorkbook() throws IOException {
    String folder = workbookPart.substring(0, workbookPart.lastIndexOf('/') + 1);
    String relations = folder + "_rels/" + workbookPart.substring(folder.length()) + ".rels";
    Map<String, String> targets = new HashMap<>();
    if (zip.getEntry(relations) != null) {
      try (SafeXml xml = xml(relations)) {
        while (xml.nextStart()) {
          if (xml.name().equals("Relationship")
              && !xml.attribute("TargetMode").equals("External")) {
            String target = resolve(folder, xml.attribute("Target"));
            String type = xml.attribute("Type");
            targets.put(xml.attribute("Id"), target);
            partsByKind.putIfAbsent(type.substring(type.lastIndexOf('/') + 1), target);
          }
        }
      }
    }
    try (SafeXml xml = xml(workbookPart)) {
      if (!xml.nextStart() || !xml.name().equals("workbook")) {
        throw new RefusedFile("the file is an office document and not a workbook (.xlsx)");
      }
      while (xml.nextStart()) {
        if (xml.name().equals("workbookPr")) {
          from1904 = isTrue(xml.attribute("date1904"));
        } else if (xml.name().equals("sheet")) {
          sheets.add(
              new Sheet(
                  xml.attribute("name"),
                  visibility(xml.attribute("state")),
                  targets.get(xml.attribute("id"))));
        }
        if (sheets.size() > MOST_SHEETS) {
          throw new RefusedFile("the workbook has more than " + MOST_SHEETS + " sheets");
        }
      }
    }
  }

  static boolean isTrue(String attribute) {
    return attribute.equals("1") || attribute.equalsIgnoreCase("true");
  }

  private static Visibility visibility(String state) {
    return switch (state) {
      case "hidden" -> Visibility.HIDDEN;
      case "veryHidden" -> Visibility.VERY_HIDDEN;
      default -> Visibility.VISIBLE;
    };
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
