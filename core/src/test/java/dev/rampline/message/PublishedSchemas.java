package dev.rampline.message;

import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The schemas of messages. A release keeps a copy of its schemas in a folder with its number, which
 * nothing changes afterwards.
 */
final class PublishedSchemas {
  static final Path NEW = Path.of("src/main/resources/dev/rampline/message");
  private static final Path RELEASED = Path.of("src/test/resources/dev/rampline/message/released");

  private PublishedSchemas() {}

  /** Returns the new schemas and those of every release, of which the names begin like this. */
  static Stream<Path> all(String prefix) {
    return Stream.concat(Stream.of(NEW), releases()).flatMap(folder -> in(folder, prefix).stream());
  }

  /** Returns the folders of the releases. */
  static Stream<Path> releases() {
    return files(RELEASED).stream();
  }

  /** Returns the schemas in a folder, of which the names begin like this; the newest is last. */
  static List<Path> in(Path folder, String prefix) {
    return files(folder).stream()
        .filter(file -> file.getFileName().toString().startsWith(prefix))
        .filter(file -> file.toString().endsWith(".schema.json"))
        .toList();
  }

  /** Compiles a schema. The schemas that it refers to are those in its folder. */
  static JsonSchema compile(Path schema) {
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
        .getSchema(schema.toAbsolutePath().toUri());
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
