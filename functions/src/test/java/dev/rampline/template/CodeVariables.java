package dev.rampline.template;

import static java.util.stream.Collectors.toCollection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the environment variables that code reads. */
final class CodeVariables {
  private static final Pattern VARIABLE = Pattern.compile("\"((?:RAMPLINE|OTEL)_[A-Z_]+)\"");

  private CodeVariables() {}

  /** Returns the variables of a module and of the shared configuration in the adapters. */
  static Set<String> of(String module) {
    Path code = Path.of("src", "main", "java");
    return Stream.of(
            Path.of("..", module).resolve(code),
            Path.of("..", "adapters").resolve(code).resolve("dev/rampline/adapter/configuration"))
        .flatMap(CodeVariables::sources)
        .flatMap(source -> VARIABLE.matcher(read(source)).results())
        .map(CodeVariables::name)
        .collect(toCollection(TreeSet::new));
  }

  private static Stream<Path> sources(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String name(MatchResult match) {
    return match.group(1);
  }

  private static String read(Path source) {
    try {
      return Files.readString(source);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
