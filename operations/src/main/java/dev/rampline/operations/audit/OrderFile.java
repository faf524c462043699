package dev.rampline.operations.audit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvReader.CsvReaderBuilder;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A partner's list of orders as CSV ({@code docs/audit.md#columns}). It is read as bytes, so that
 * only the columns that count must be UTF-8.
 *
 * @param path the file
 */
public record OrderFile(Path path) {
  /** The maximum length of a field and of the header. */
  private static final int MAX_BYTES = 64 * 1024;

  /** A line that no file has, read after the last line. A quote that is not closed swallows it. */
  private static final String END = "\u0000";

  /** The exceptions of the CSV reader name the line in their text. */
  private static final Pattern LINE = Pattern.compile("line (\\d+)");

  public OrderFile {
    Objects.requireNonNull(path, "path");
  }

  /**
   * Checks the header of a file. A pipe is not checked, since it can be read only once.
   *
   * @throws OrderFileException if there is no file, or it has no header of an order file
   */
  public void check() {
    if (Files.exists(path) && !Files.isRegularFile(path) && !Files.isDirectory(path)) {
      return;
    }
    OrderFileHeader _ = open(records -> OrderFileHeader.of(records.next().getFields()));
  }

  /**
   * Reads all rows, and returns the header.
   *
   * @throws OrderFileException if the file is not an order file, also after some rows
   */
  OrderFileHeader read(Consumer<AuditedOrder> rows) {
    return open(records -> read(records, rows));
  }

  private OrderFileHeader open(Function<Iterator<CsvRecord>, OrderFileHeader> reader) {
    try (InputStream file = new BufferedInputStream(Files.newInputStream(path))) {
      FileText.skipByteOrderMark(file);
      file.mark(MAX_BYTES);
      String line = firstLine(file);
      if (line.isEmpty()) {
        throw new OrderFileException("the file is empty");
      }
      file.reset();
      try (CsvReader<CsvRecord> records = records(OrderFileHeader.format(line), file)) {
        return reader.apply(records.iterator());
      }
    } catch (CsvParseException malformed) {
      throw new OrderFileException(clause(malformed), malformed);
    } catch (NoSuchFileException missing) {
      throw new OrderFileException("no such file", missing);
    } catch (IOException | UncheckedIOException unreadable) {
      throw new OrderFileException("cannot be read: " + unreadable.getMessage(), unreadable);
    }
  }

  private static OrderFileHeader read(Iterator<CsvRecord> records, Consumer<AuditedOrder> rows) {
    CsvRecord last = records.next();
    OrderFileHeader header = OrderFileHeader.of(last.getFields());
    while (records.hasNext()) {
      last = records.next();
      if (isEnd(last)) {
        return header;
      }
      if (!records.hasNext()) {
        break;
      }
      rows.accept(OrderRow.parse(header, last));
    }
    throw OrderFileException.at(last.getStartingLineNumber(), "a quote is not closed");
  }

  private static boolean isEnd(CsvRecord record) {
    return record.getField(0).equals(END);
  }

  private static CsvReader<CsvRecord> records(CsvReaderBuilder format, InputStream file) {
    InputStream end = new ByteArrayInputStream(("\n" + END).getBytes(ISO_8859_1));
    return format
        .maxBufferSize(MAX_BYTES)
        .ofCsvRecord(new InputStreamReader(new SequenceInputStream(file, end), ISO_8859_1));
  }

  /** Reads the first line that is not empty, at most {@value #MAX_BYTES} bytes of it. */
  private static String firstLine(InputStream file) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int read = 0; read < MAX_BYTES; read++) {
      int next = file.read();
      boolean isLineEnd = next == '\n' || next == '\r';
      if (next < 0 || (isLineEnd && line.size() > 0)) {
        break;
      }
      if (!isLineEnd) {
        line.write(next);
      }
    }
    return line.toString(ISO_8859_1);
  }

  private static String clause(CsvParseException malformed) {
    Throwable cause = malformed.getCause() == null ? malformed : malformed.getCause();
    Matcher line = LINE.matcher(String.valueOf(malformed.getMessage()));
    return "line %s: not valid CSV: %s"
        .formatted(line.find() ? line.group(1) : "1", String.valueOf(cause.getMessage()).strip());
  }
}
