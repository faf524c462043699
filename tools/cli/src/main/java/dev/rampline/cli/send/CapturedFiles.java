package dev.rampline.cli.send;

import dev.rampline.cli.terminal.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Finds captured requests. */
final class CapturedFiles {
  private CapturedFiles() {}

  /** Returns the file itself, or a folder's files sorted by name. */
  static List<Path> find(Path path) {
    if (Files.isRegularFile(path)) {
      return List.of(path);
    }
    if (!Files.isDirectory(path)) {
      throw new CommandFailure("No file or folder " + path + ": nothing was sent.");
    }
    List<Path> files = filesIn(path);
    if (files.isEmpty()) {
      throw new CommandFailure("The folder " + path + " has no files: nothing was sent.");
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
          "Cannot read %s: %s.".formatted(folder, unreadable.getMessage()), unreadable);
    }
  }
}
