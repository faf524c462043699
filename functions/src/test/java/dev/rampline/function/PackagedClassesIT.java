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

/** Every class of Rampline in the package is reachable from a function, and the classes are few. */
class PackagedClassesIT {
  private static final Path PACKAGE = Path.of(System.getProperty("package"));

  /** A third of them are request and response classes of four AWS services. */
  private static final int MAX_CLASSES = 8_250;

  private static final List<String> HANDLERS =
      Stream.of(
              "webhook/WebhookHandler",
              "relay/RelayHandler",
              "reconcile/ReconcileHandler",
              "rotation/RotationHandler",
              "retry/RetryHandler")
          .map("dev/rampline/function/"::concat)
          .toList();

  /** Shared classes that only the subscriber, the operations, and the tools use. */
  private static final List<String> UNUSED_BY_FUNCTIONS =
      List.of(
          "dev/rampline/adapter/wiring/Closer",
          "dev/rampline/decoding/Socket",
          "dev/rampline/erasure/");

  private final Map<String, byte[]> classes = new TreeMap<>();

  PackagedClassesIT() throws IOException {
    try (InputStream zip = Files.newInputStream(PACKAGE)) {
      read(zip);
    }
  }

  @Test
  void classes_are_few_enough() {
    assertThat(classes.size()).isBetween(1, MAX_CLASSES);
  }

  @Test
  void rampline_classes_are_reachable_from_a_handler_or_listed_as_unused() {
    Set<String> unused = new TreeSet<>(classes.keySet());
    unused.removeIf(name -> !name.startsWith("dev/rampline/") || name.endsWith("package-info"));
    unused.removeAll(reached());

    assertThat(unused).allMatch(name -> UNUSED_BY_FUNCTIONS.stream().anyMatch(name::startsWith));
  }

  private Set<String> reached() {
    Set<String> reached = new TreeSet<>();
    Deque<String> pending = new ArrayDeque<>(HANDLERS);
    while (!pending.isEmpty()) {
      String name = pending.pop();
      if (name.startsWith("dev/rampline/") && reached.add(name)) {
        assertThat(classes).containsKey(name);
        namedBy(name).forEach(pending::push);
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
