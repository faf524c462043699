package dev.rampline.fuzzing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A fuzz input: lines of a name and a value, an empty line, then the payload bytes. Without an
 * empty line, all bytes are the payload. This form can be edited by hand and replayed without a
 * fuzzer.
 */
final class FuzzInput {
  private static final String SEPARATOR = "\n\n";

  private final List<String> lines;
  private final byte[] bytes;

  private FuzzInput(List<String> lines, byte[] bytes) {
    this.lines = lines;
    this.bytes = bytes;
  }

  static FuzzInput read(byte[] input) {
    // ISO-8859-1 maps each byte to one character, so text positions equal byte positions.
    int end = new String(input, ISO_8859_1).indexOf(SEPARATOR);
    if (end < 0) {
      return new FuzzInput(List.of(), input);
    }
    List<String> lines = new String(input, 0, end, UTF_8).lines().toList();
    return new FuzzInput(lines, Arrays.copyOfRange(input, end + SEPARATOR.length(), input.length));
  }

  /** The payload bytes; not a copy. */
  byte[] bytes() {
    return bytes;
  }

  boolean hasLine(String line) {
    return lines.contains(line);
  }

  /** The value of the first line with that name. */
  Optional<String> find(String name) {
    return all(name).stream().findFirst();
  }

  /** The values of all lines with that name. */
  List<String> all(String name) {
    return lines.stream()
        .filter(line -> line.startsWith(name + " "))
        .map(line -> line.substring(name.length() + 1))
        .toList();
  }

  /** The number after that name, from 0 to below the bound; 0 if there is no such line. */
  int number(String name, int bound) {
    return find(name)
        .filter(text -> text.matches("[0-9]{1,9}"))
        .map(text -> Integer.parseInt(text) % Math.max(1, bound))
        .orElse(0);
  }
}
