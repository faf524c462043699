package dev.rampline.fuzzing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Reads the committed fuzz inputs. */
final class Corpus {
  static final Path FOLDER = Path.of("corpus");

  private Corpus() {}

  static List<Path> of(FuzzTargetType target) {
    return files(FOLDER.resolve(target.text()));
  }

  static List<Path> all() {
    return files(FOLDER);
  }

  static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> found = Files.walk(folder)) {
      return found.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }
}
