package dev.rampline.samples;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampline.emulator.ProviderKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Stream;

/** Generates the sample files from the payloads, identically each time. */
public final class EventFiles {
  private EventFiles() {}

  /** The content of every generated file by its path under {@code events/}. */
  public static SequencedMap<String, String> generate() {
    return generate(EventCatalog.keys());
  }

  /** The content of every generated file, signed with these keys instead of the published ones. */
  public static SequencedMap<String, String> generate(ProviderKeys keys) {
    SequencedMap<String, String> files = new LinkedHashMap<>();
    new SignedEvents(keys)
        .events()
        .forEach((name, event) -> files.put("gateway/" + name, SampleJson.pretty(event)));
    List<HostileEvent> hostile = hostile(keys);
    hostile.forEach(
        event -> files.put("hostile/" + event.name() + ".json", SampleJson.pretty(event.event())));
    files.put("hostile.json", SampleJson.pretty(index(hostile)));
    return files;
  }

  /** Writes the files whose content changes; returns their number. */
  public static int write(Path events) throws IOException {
    return write(events, generate());
  }

  /**
   * Writes those of these files whose content changes, since a newer file makes {@code ./rampline}
   * build again; returns their number.
   */
  public static int write(Path events, Map<String, String> files) throws IOException {
    int written = 0;
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = events.resolve(file.getKey());
      if (!Files.exists(path) || !Files.readString(path).equals(file.getValue())) {
        Files.createDirectories(events.resolve(file.getKey()).getParent());
        Files.writeString(path, file.getValue());
        written++;
      }
    }
    return written;
  }

  private static List<HostileEvent> hostile(ProviderKeys keys) {
    return Stream.of(new HostileTokens(keys).events(), new HostileBodies(keys).events())
        .flatMap(List::stream)
        .toList();
  }

  private static ObjectNode index(List<HostileEvent> hostile) {
    ObjectNode index = SampleJson.object();
    hostile.forEach(event -> index.put(event.name() + ".json", event.status()));
    return index;
  }
}
