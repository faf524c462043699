package dev.rampline.cli;

import dev.rampline.fuzzing.FuzzTargetType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where the fuzzer of one target keeps its things.
 *
 * @param committed the corpus that is part of the project, which is only read
 * @param workFolder everything else
 */
record FuzzFolder(Path committed, Path workFolder) {
  static FuzzFolder create(FuzzTargetType target) throws IOException {
    Path home = ProjectHome.path().toAbsolutePath();
    Path committed = home.resolve("bench/corpus").resolve(target.text());
    FuzzFolder folder =
        new FuzzFolder(committed, home.resolve(".rampline/fuzz").resolve(target.text()));
    for (Path each : List.of(folder.corpus(), folder.findingsFolder(), folder.scratch())) {
      Files.createDirectories(each);
    }
    return folder;
  }

  /** What it has learned. */
  Path corpus() {
    return workFolder.resolve("corpus");
  }

  Path findingsFolder() {
    return workFolder.resolve("findings");
  }

  Path log() {
    return workFolder.resolve("log");
  }

  /** What is of no use afterwards. */
  Path scratch() {
    return workFolder.resolve("scratch");
  }

  Set<Path> findings() {
    try (Stream<Path> files = Files.list(findingsFolder())) {
      return files.collect(Collectors.toSet());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  void clear() {
    try (Stream<Path> files = Files.walk(scratch())) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
