package dev.rampline.inspector;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The connected clients. Thread-safe. */
final class SseClients {
  private final Set<SseBuffer> buffers = ConcurrentHashMap.newKeySet();

  SseBuffer add(SseBuffer buffer) {
    buffers.add(buffer);
    return buffer;
  }

  void remove(SseBuffer buffer) {
    buffers.remove(buffer);
  }

  void addEvent(ObjectNode event) {
    buffers.forEach(buffer -> buffer.addEvent(event));
  }

  void addSubject(String subject) {
    buffers.forEach(buffer -> buffer.addSubject(subject));
  }

  void addRemoved(List<String> subjects) {
    if (!subjects.isEmpty()) {
      buffers.forEach(buffer -> buffer.addRemoved(subjects));
    }
  }

  void updateChannels(ObjectNode channels) {
    buffers.forEach(buffer -> buffer.updateChannels(channels));
  }

  void close() {
    buffers.forEach(SseBuffer::close);
  }
}
