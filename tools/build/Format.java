import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions.Style;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Holds every Java file of the tree to google-java-format. Runs as a single-file program on the
 * toolchain's JDK, since a formatter inside Maven's own JVM may not be able to read Java 25.
 *
 * <p>{@code Format check DIRECTORY} names the files that differ and exits 1; {@code Format write
 * DIRECTORY} mends them.
 */
public final class Format {
  private Format() {}

  public static void main(String[] arguments) throws IOException, FormatterException {
    boolean write = arguments[0].equals("write");
    List<Path> differing = new ArrayList<>();
    for (Path file : javaFiles(Path.of(arguments[1]))) {
      String source = Files.readString(file);
      String formatted = format(source);
      if (formatted.equals(source)) {
        continue;
      }
      differing.add(file);
      if (write) {
        Files.writeString(file, formatted);
      }
    }
    differing.forEach(file -> IO.println((write ? "formatted " : "not formatted: ") + file));
    if (!write && !differing.isEmpty()) {
      IO.println("Run: mvn -pl tools/build -Pformat process-resources");
      System.exit(1);
    }
  }

  private static List<Path> javaFiles(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> isWritten(root.relativize(file)))
          .sorted()
          .toList();
    }
  }

  /** By hand, that is: not what a build makes, nor what tools keep in hidden folders. */
  private static boolean isWritten(Path file) {
    return StreamSupport.stream(file.spliterator(), false)
        .map(Path::toString)
        .noneMatch(name -> name.equals("target") || name.startsWith("."));
  }

  private static String format(String source) throws FormatterException {
    return new Formatter()
        .formatSource(
            ImportOrderer.reorderImports(
                RemoveUnusedImports.removeUnusedImports(source), Style.GOOGLE));
  }
}
