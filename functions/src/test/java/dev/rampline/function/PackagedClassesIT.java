package dev.rampline.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.ClassEntry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/** The classes that Lambda gets: ours are those that a function comes to, and all are not many. */
class PackagedClassesIT {
  private static final Path PACKAGE = Path.of(System.getProperty("package"));

  /** A third of them are the requests and answers of three AWS services. */
  private static final int MOST = 7_500;

  private static final List<String> HANDLERS =
      Stream.of(
              "webhook/WebhookHandler",
              "relay/RelayHandler",
              "reconcile/ReconcileHandler",
              "rotation/RotationHandler",
              "retry/RetryHandler")
          .map("dev/rampline/function/"::concat)
          .toList();

  /** What the core does for the subscriber alone, and for the operator's command. */
  private static final List<String> OTHERS =
      List.of("dev/rampline/decoding/Socket", "dev/rampline/erasure/");

  private final Map<String, byte[]> classes = new TreeMap<>();

  PackagedClassesIT() throws IOException {
    try (InputStream zip = Files.newInputStream(PACKAGE)) {
      read(zip);
    }
  }

  @Test
  void classes_are_few_enough() {
    assertThat(classes.size()).isBetween(1, MOST);
  }

  @Test
  void classes_of_ours_are_those_that_a_handler_comes_to_and_the_core_s_few_others() {
    Set<String> unused = new TreeSet<>(classes.keySet());
    unused.removeIf(name -> !name.startsWith("dev/rampline/") || name.endsWith("package-info"));
    unused.removeAll(reached());

    assertThat(unused).allMatch(name -> OTHERS.stream().anyMatch(name::startsWith));
  }

  private Set<String> reached() {
    Set<String> reached = new TreeSet<>();
    Deque<String> open = new ArrayDeque<>(HANDLERS);
    while (!open.isEmpty()) {
      String name = open.pop();
      if (name.startsWith("dev/rampline/") && reached.add(name)) {
        assertThat(classes).containsKey(name);
        namedBy(name).forEach(open::push);
      }
    }
    return reached;
  }

  private Stream<String> namedBy(String name) {
    byte[] bytes = classes.getOrDefault(name, new byte[0]);
    return StreamSupport.stream(ClassFile.of().parse(bytes).constantPool().spliterator(), false)
        .filter(ClassEntry.class::isInstance)
        .map(entry -> ((ClassEntry) entry).asInternalName().replaceFirst("^\\[+L(.*);$", "$1"));
  }

  private void read(InputStream stream) throws IOException {
    ZipInputStream zip = new ZipInputStream(stream);
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      String name = entry.getName();
      if (name.endsWith(".jar")) {
        read(new ByteArrayInputStream(zip.readAllBytes()));
      } else if (name.endsWith(".class")) {
        classes.put(name.substring(0, name.length() - ".class".length()), zip.readAllBytes());
      }
    }
  }
}
