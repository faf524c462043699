package dev.rampline.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The files of this repository, its pages among them. */
public final class Documents {
  /** The folder of the repository. */
  public static final Path ROOT = Path.of("..", "..").toAbsolutePath().normalize();

  private Documents() {}

  /** Every page, wherever it lies. */
  public static Stream<Path> pages() {
    return files(ROOT).filter(file -> file.toString().endsWith(".md"));
  }

  /** Every file of this folder that is ours, and of those in it. */
  static Stream<Path> files(Path folder) {
    List<Path> files = new ArrayList<>();
    try (Stream<Path> children = Files.list(folder)) {
      for (Path child : children.sorted().toList()) {
        if (Files.isRegularFile(child)) {
          files.add(child);
        } else if (isOurs(child.getFileName().toString())) {
          files(child).forEach(files::add);
        }
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return files.stream();
  }

  private static boolean isOurs(String folder) {
    return !folder.startsWith(".") && !folder.equals("target") && !folder.equals("node_modules");
  }

  /** What it is called from the repository's folder on. */
  public static String name(Path page) {
    return ROOT.relativize(page).toString();
  }

  /** Its text. */
  public static String text(Path page) {
    try {
      return Files.readString(page);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
