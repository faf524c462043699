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
 * Sends the current message of the record that the relay could not send. The newest version is
 * always enough for consumers.
 */
record RelayRedriveTarget(RecordReader records, RecordResender resender) implements RedriveTarget {
  private static final JsonMapper JSON = new JsonMapper();

  @Override
  public String name(Message message) {
    JsonNode body = read(message);
    return body.path("subject").asText(message.messageId())
        + "/"
        + body.path("version").asText("?");
  }

  @Override
  public RedriveResult send(Message message) {
    JsonNode subject = read(message).path("subject");
    if (!subject.isTextual() || subject.textValue().isEmpty()) {
      return new RedriveResult.Rejected(
          "it has no subject; run republish --since with the time of the fault");
    }
    try {
      return records
          .find(subject.textValue())
          .map(this::send)
          .orElseGet(() -> new RedriveResult.Rejected("the ledger has no record of it"));
    } catch (UnreadableRecordException newer) {
      return new RedriveResult.Rejected("a newer version of Rampline wrote its record");
    }
  }

  private RedriveResult send(Entry entry) {
    return switch (entry) {
      case LedgerRecord record -> toResult(resender.send(List.of(record)));
      case Tombstone _ -> ERASED;
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

  private static JsonNode read(Message message) {
    try {
      return JSON.readTree(message.body());
    } catch (JacksonException foreign) {
      return MissingNode.getInstance();
    }
  }
}
