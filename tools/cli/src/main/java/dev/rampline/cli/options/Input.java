package dev.rampline.cli.options;

import dev.rampline.cli.terminal.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads a file, or standard input, which is named {@code -}. */
public final class Input {
  private Input() {}

  public static byte[] read(String name) {
    try {
      return name.equals("-") ? System.in.readAllBytes() : Files.readAllBytes(Path.of(name));
    } catch (NoSuchFileException missing) {
      throw new CommandFailure(
          "No file " + name + ": give the path of a file, or - for standard input.", missing);
    } catch (IOException unreadable) {
      throw new CommandFailure(
          "Cannot read %s: %s.".formatted(name, unreadable.getMessage()), unreadable);
    }
  }
}
