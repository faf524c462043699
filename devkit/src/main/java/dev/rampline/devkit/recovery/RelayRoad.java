package dev.rampline.devkit.recovery;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.rampline.ingest.Publisher.Unsent;
import dev.rampline.ledger.Entry;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.ledger.Tombstone;
import dev.rampline.ledger.UnreadableRecordException;
import java.util.List;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * Of what the relay could not send, consumers get the record as it is now: the newest version is
 * always enough.
 */
record RelayRoad(Records records, Resending resending) implements Road {
  private static final JsonMapper JSON = new JsonMapper();

  @Override
  public String name(Message letter) {
    JsonNode told = read(letter);
    return told.path("subject").asText(letter.messageId()) + "/" + told.path("version").asText("?");
  }

  @Override
  public Arrival send(Message letter) {
    JsonNode subject = read(letter).path("subject");
    if (!subject.isTextual() || subject.textValue().isEmpty()) {
      return new Arrival.Refused("it names no subject; republish --since the time of the fault");
    }
    try {
      return records
          .of(subject.textValue())
          .map(this::send)
          .orElseGet(() -> new Arrival.Refused("the ledger has nothing of it"));
    } catch (UnreadableRecordException newer) {
      return new Arrival.Refused("only newer code can read its record");
    }
  }

  private Arrival send(Entry entry) {
    return switch (entry) {
      case LedgerRecord record -> arrival(resending.send(List.of(record)));
      case Tombstone forgotten -> FORGOTTEN;
    };
  }

  private static Arrival arrival(List<Unsent> unsent) {
    if (unsent.isEmpty()) {
      return new Arrival.Arrived();
    }
    Unsent one = unsent.getFirst();
    return one.permanent()
        ? Arrival.Refused.byTheQueue(one.reason())
        : new Arrival.Blocked(one.reason());
  }

  private static JsonNode read(Message letter) {
    try {
      return JSON.readTree(letter.body());
    } catch (JacksonException foreign) {
      return MissingNode.getInstance();
    }
  }
}
