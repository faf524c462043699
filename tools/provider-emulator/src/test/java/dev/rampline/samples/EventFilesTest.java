package dev.rampline.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventFilesTest {
  private static final Path EVENTS = Path.of("..", "..", "events");

  @Test
  void committedFiles_equalGeneratedFiles() throws IOException {
    Map<String, String> made = new TreeMap<>(EventFiles.generate());

    assertThat(committed()).containsExactlyInAnyOrderEntriesOf(made);
  }

  @Test
  void unchangedFiles_areNotWrittenAgain(@TempDir Path folder) throws IOException {
    Map<String, String> files = Map.of("gateway/a.json", "1", "hostile.json", "2");

    assertThat(EventFiles.write(folder, files)).isEqualTo(2);
    assertThat(EventFiles.write(folder, files)).isZero();
    Files.writeString(folder.resolve("hostile.json"), "3");
    assertThat(EventFiles.write(folder, files)).isEqualTo(1);
    assertThat(folder.resolve("hostile.json")).hasContent("2");
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
