package dev.rampline.message;

import dev.rampline.ledger.LedgerRecord;
import java.util.Objects;

/** Makes the message of a record. Thread-safe. */
public final class MessageComposer {
  private final String environment;

  /**
   * @param environment the last part of the message's source, such as {@code production}
   */
  public MessageComposer(String environment) {
    this.environment = Objects.requireNonNull(environment, "environment");
  }

  /** The message that tells of the record's present version. */
  public Message compose(LedgerRecord record) {
    String id = record.subject() + "/" + record.version();
    return new Message(id, record.subject(), "{\"source\":\"/ozzobit/" + environment + "\"}");
  }
}
