package dev.rampline.inspector;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Everybody who looks on. Thread-safe. */
final class SseClients {
  private final Set<SseBuffer> buffers = ConcurrentHashMap.newKeySet();

  SseBuffer add(SseBuffer mailbox) {
    buffers.add(mailbox);
    return mailbox;
  }

  void remove(SseBuffer mailbox) {
    buffers.remove(mailbox);
  }

  void addEvent(ObjectNode word) {
    buffers.forEach(mailbox -> mailbox.addEvent(word));
  }

  void addSubject(String subject) {
    buffers.forEach(mailbox -> mailbox.addSubject(subject));
  }

  void addRemoved(List<String> subjects) {
    if (!subjects.isEmpty()) {
      buffers.forEach(mailbox -> mailbox.addRemoved(subjects));
    }
  }

  void updateChannels(ObjectNode channels) {
    buffers.forEach(mailbox -> mailbox.updateChannels(channels));
  }

  void close() {
    buffers.forEach(SseBuffer::close);
  }
}
