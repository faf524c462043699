package dev.rampline.operations.audit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.rampline.json.StrictUtf8;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/** The encoding of an order file: UTF-8 with or without a byte order mark. */
final class FileText {
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
  private static final int EXCERPT = 40;

  private FileText() {}

  /**
   * Skips a byte order mark.
   *
   * @throws OrderFileException if the file begins like a file of another kind
   */
  static void skipByteOrderMark(InputStream file) throws IOException {
    file.mark(BYTE_ORDER_MARK.length);
    byte[] begin = file.readNBytes(BYTE_ORDER_MARK.length);
    if (Arrays.equals(begin, BYTE_ORDER_MARK)) {
      return;
    }
    file.reset();
    String text = new String(begin, ISO_8859_1);
    if (text.startsWith("PK")) {
      throw new OrderFileException("a workbook or an archive, not CSV. Save it as CSV in UTF-8");
    }
    if (text.startsWith("\u00FF\u00FE") || text.startsWith("\u00FE\u00FF") || text.contains("\0")) {
      throw new OrderFileException("not UTF-8 but UTF-16 or binary. Save it as CSV in UTF-8");
    }
  }

  /** Decodes UTF-8 of which each character is one byte; empty if it is not UTF-8. */
  static Optional<String> decode(String bytes) {
    return bytes.chars().allMatch(character -> character < 0x80)
        ? Optional.of(bytes)
        : StrictUtf8.decode(bytes.getBytes(ISO_8859_1));
  }

  /** Returns the beginning of a text of the file for a message, without control characters. */
  static String excerpt(String text) {
    String begin = text.length() <= EXCERPT ? text : text.substring(0, EXCERPT) + "…";
    return begin.replaceAll("\\p{Cntrl}", "?");
  }
}
