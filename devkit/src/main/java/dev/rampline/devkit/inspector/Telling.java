package dev.rampline.devkit.inspector;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/** Tells one onlooker everything, as server-sent events. Used by one thread. */
final class Telling {
  private static final int SUBJECTS_AT_ONCE = 500;

  private final Chronicle chronicle;
  private final Mailbox mailbox;
  private final OutputStream out;

  Telling(Chronicle chronicle, Mailbox mailbox, OutputStream out) {
    this.chronicle = chronicle;
    this.mailbox = mailbox;
    this.out = out;
  }

  /** Goes on until the mailbox is closed, or the onlooker gone. */
  void tell(ObjectNode hello) throws IOException, InterruptedException {
    send("hello", hello);
    boolean ready = false;
    Optional<Mailbox.Batch> batch = mailbox.next();
    while (batch.isPresent()) {
      tell(batch.get());
      if (!ready) {
        send("ready", Nodes.object().put("subjects", batch.get().subjects().size()));
        ready = true;
      }
      out.flush();
      batch = mailbox.next();
    }
  }

  private void tell(Mailbox.Batch batch) throws IOException {
    List<String> subjects = batch.subjects();
    for (int from = 0; from < subjects.size(); from += SUBJECTS_AT_ONCE) {
      int to = Math.min(subjects.size(), from + SUBJECTS_AT_ONCE);
      send("subjects", Nodes.array(chronicle.summaries(subjects.subList(from, to))));
    }
    if (!batch.words().isEmpty()) {
      ObjectNode words = Nodes.object().put("dropped", batch.dropped());
      words.set("words", Nodes.array(batch.words()));
      send("words", words);
    }
    if (!batch.gone().isEmpty()) {
      send("gone", Nodes.texts(batch.gone()));
    }
    if (batch.channels() != null) {
      send("channels", batch.channels());
    }
  }

  private void send(String event, JsonNode data) throws IOException {
    out.write(("event: " + event + "\ndata: " + data + "\n\n").getBytes(UTF_8));
  }
}
