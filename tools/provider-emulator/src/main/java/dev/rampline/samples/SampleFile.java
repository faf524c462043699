package dev.rampline.samples;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Reads files of {@code events/} from the class path. */
final class SampleFile {
  private static final String FOLDER = "/events/";

  private SampleFile() {}

  static String text(String path) {
    try (InputStream file = SampleFile.class.getResourceAsStream(FOLDER + path)) {
      if (file == null) {
        throw new IllegalStateException("Missing on the class path: " + FOLDER + path);
      }
      return new String(file.readAllBytes(), UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
