package dev.rampline.inspector;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/** Writes all updates to one client as server-sent events. Not thread-safe. */
final class SseWriter {
  private static final int SUBJECTS_PER_EVENT = 500;

  private final EventStore store;
  private final SseBuffer buffer;
  private final OutputStream out;

  SseWriter(EventStore store, SseBuffer buffer, OutputStream out) {
    this.store = store;
    this.buffer = buffer;
    this.out = out;
  }

  /** Writes until the buffer is closed or the client disconnects. */
  void write(ObjectNode hello) throws IOException, InterruptedException {
    writeEvent("hello", hello);
    boolean ready = false;
    Optional<SseBuffer.Batch> batch = buffer.next();
    while (batch.isPresent()) {
      write(batch.get());
      if (!ready) {
        writeEvent("ready", JsonNodes.object().put("subjects", batch.get().subjects().size()));
        ready = true;
      }
      out.flush();
      batch = buffer.next();
    }
  }

  private void write(SseBuffer.Batch batch) throws IOException {
    List<String> subjects = batch.subjects();
    for (int from = 0; from < subjects.size(); from += SUBJECTS_PER_EVENT) {
      int to = Math.min(subjects.size(), from + SUBJECTS_PER_EVENT);
      writeEvent("subjects", JsonNodes.array(store.summaries(subjects.subList(from, to))));
    }
    if (!batch.events().isEmpty()) {
      ObjectNode events = JsonNodes.object().put("dropped", batch.dropped());
      events.set("events", JsonNodes.array(batch.events()));
      writeEvent("events", events);
    }
    if (!batch.removed().isEmpty()) {
      writeEvent("removed", JsonNodes.texts(batch.removed()));
    }
    if (batch.channels() != null) {
      writeEvent("channels", batch.channels());
    }
  }

  private void writeEvent(String event, JsonNode data) throws IOException {
    out.write(("event: " + event + "\ndata: " + data + "\n\n").getBytes(UTF_8));
  }
}
