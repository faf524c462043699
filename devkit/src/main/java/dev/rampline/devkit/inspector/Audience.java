package dev.rampline.devkit.inspector;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Everybody who looks on. Thread-safe. */
final class Audience {
  private final Set<Mailbox> mailboxes = ConcurrentHashMap.newKeySet();

  Mailbox join(Mailbox mailbox) {
    mailboxes.add(mailbox);
    return mailbox;
  }

  void leave(Mailbox mailbox) {
    mailboxes.remove(mailbox);
  }

  void hear(ObjectNode word) {
    mailboxes.forEach(mailbox -> mailbox.hear(word));
  }

  void change(String subject) {
    mailboxes.forEach(mailbox -> mailbox.change(subject));
  }

  void lose(List<String> subjects) {
    if (!subjects.isEmpty()) {
      mailboxes.forEach(mailbox -> mailbox.lose(subjects));
    }
  }

  void tick(ObjectNode channels) {
    mailboxes.forEach(mailbox -> mailbox.tick(channels));
  }

  void close() {
    mailboxes.forEach(Mailbox::close);
  }
}
