package dev.rampline.operations.recovery;

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
record RelayRedriveTarget(RecordReader records, RecordResender resender) implements RedriveTarget {
  private static final JsonMapper JSON = new JsonMapper();

  @Override
  public String name(Message letter) {
    JsonNode told = read(letter);
    return told.path("subject").asText(letter.messageId()) + "/" + told.path("version").asText("?");
  }

  @Override
  public RedriveResult send(Message letter) {
    JsonNode subject = read(letter).path("subject");
    if (!subject.isTextual() || subject.textValue().isEmpty()) {
      return new RedriveResult.Rejected(
          "it names no subject; republish --since the time of the fault");
    }
    try {
      return records
          .find(subject.textValue())
          .map(this::send)
          .orElseGet(() -> new RedriveResult.Rejected("the ledger has nothing of it"));
    } catch (UnreadableRecordException newer) {
      return new RedriveResult.Rejected("only newer code can read its record");
    }
  }

  private RedriveResult send(Entry entry) {
    return switch (entry) {
      case LedgerRecord record -> toResult(resender.send(List.of(record)));
      case Tombstone forgotten -> ERASED;
    };
  }

  private static RedriveResult toResult(List<Unsent> unsent) {
    if (unsent.isEmpty()) {
      return new RedriveResult.Accepted();
    }
    Unsent one = unsent.getFirst();
    return one.permanent()
        ? RedriveResult.Rejected.fromQueueError(one.reason())
        : new RedriveResult.Blocked(one.reason());
  }

  private static JsonNode read(Message letter) {
    try {
      return JSON.readTree(letter.body());
    } catch (JacksonException foreign) {
      return MissingNode.getInstance();
    }
  }
}
