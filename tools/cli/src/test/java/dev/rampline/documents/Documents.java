package dev.rampline.documents;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The files of this repository, including its Markdown pages. */
public final class Documents {
  /** The root folder of the repository. */
  public static final Path ROOT = root(Path.of("").toAbsolutePath());

  private static final Set<String> IGNORED_FOLDERS =
      Set.of(".git", ".rampline", ".aws-sam", ".idea", ".vscode", "target", "node_modules");

  private Documents() {}

  private static Path root(Path folder) {
    return Stream.iterate(folder, Objects::nonNull, Path::getParent)
        .filter(it -> Files.exists(it.resolve("template.yaml")))
        .filter(it -> Files.exists(it.resolve("rampline")))
        .findFirst()
        .orElseThrow();
  }

  /** Returns all Markdown pages outside hidden folders. */
  public static Stream<Path> pages() {
    return files(ROOT).filter(file -> name(file).matches("[^.].*\\.md"));
  }

  /** Returns all files that Git tracks; without Git, all files outside ignored folders. */
  static Stream<Path> tracked() {
    try {
      Process git = new ProcessBuilder("git", "ls-files", "-z").directory(ROOT.toFile()).start();
      git.getOutputStream().close();
      String names = new String(git.getInputStream().readAllBytes(), UTF_8);
      return git.waitFor() == 0
          ? Stream.of(names.split("\0")).map(ROOT::resolve).filter(Files::isRegularFile)
          : files(ROOT);
    } catch (IOException withoutGit) {
      return files(ROOT);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  /** Returns the files in a folder and its subfolders, except for ignored folders. */
  static Stream<Path> files(Path folder) {
    List<Path> files = new ArrayList<>();
    try (Stream<Path> children = Files.list(folder)) {
      for (Path child : children.sorted().toList()) {
        if (Files.isRegularFile(child)) {
          files.add(child);
        } else if (!IGNORED_FOLDERS.contains(child.getFileName().toString())) {
          files(child).forEach(files::add);
        }
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return files.stream();
  }

  /** Returns the path from the root folder. */
  public static String name(Path file) {
    return ROOT.relativize(file).toString();
  }

  /** Returns the text of a file. */
  public static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Returns the text of a file; empty if it is binary. */
  static Optional<String> textIfAny(Path file) {
    try {
      return Optional.of(Files.readString(file)).filter(text -> text.indexOf('\0') < 0);
    } catch (CharacterCodingException binary) {
      return Optional.empty();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
