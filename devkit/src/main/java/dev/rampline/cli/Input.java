package dev.rampline.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A file that a command reads, or standard input, named {@code -}. */
final class Input {
  private Input() {}

  static byte[] read(String name) {
    try {
      return name.equals("-") ? System.in.readAllBytes() : Files.readAllBytes(Path.of(name));
    } catch (NoSuchFileException missing) {
      throw new CommandFailure(
          "There is no file " + name + ": give one by its path, or - for standard input.", missing);
    } catch (IOException unreadable) {
      throw new CommandFailure(
          "%s cannot be read: %s.".formatted(name, unreadable.getMessage()), unreadable);
    }
  }
}
