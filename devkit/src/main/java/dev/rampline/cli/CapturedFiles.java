package dev.rampline.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Finds captured requests. */
final class CapturedFiles {
  private CapturedFiles() {}

  /** The file, or a folder's files in the order of their names. */
  static List<Path> find(Path place) {
    if (Files.isRegularFile(place)) {
      return List.of(place);
    }
    if (!Files.isDirectory(place)) {
      throw new CommandFailure("There is no file or folder " + place + ": nothing was sent.");
    }
    List<Path> files = filesIn(place);
    if (files.isEmpty()) {
      throw new CommandFailure("The folder " + place + " holds no file: nothing was sent.");
    }
    return files;
  }

  private static List<Path> filesIn(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(Files::isRegularFile)
          .filter(file -> !file.getFileName().toString().startsWith("."))
          .sorted()
          .toList();
    } catch (IOException unreadable) {
      throw new CommandFailure(
          "%s cannot be read: %s.".formatted(folder, unreadable.getMessage()), unreadable);
    }
  }
}
