package dev.rampline.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EventFilesTest {
  private static final Path EVENTS = Path.of("..", "..", "events");

  @Test
  void committedFiles_equalGeneratedFiles() throws IOException {
    Map<String, String> made = new TreeMap<>(EventFiles.generate());

    assertThat(committed()).containsExactlyInAnyOrderEntriesOf(made);
  }

  private static Map<String, String> committed() throws IOException {
    Map<String, String> committed = new TreeMap<>();
    committed.put("hostile.json", Files.readString(EVENTS.resolve("hostile.json")));
    for (String folder : new String[] {"gateway", "hostile"}) {
      try (Stream<Path> files = Files.list(EVENTS.resolve(folder))) {
        for (Path file : files.toList()) {
          committed.put(folder + "/" + file.getFileName(), Files.readString(file));
        }
      }
    }
    return committed;
  }
}
