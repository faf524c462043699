package dev.rampline.ledger;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Estimates an upper bound of a record's item size, independently of the store. */
final class ItemSizeEstimate {
  /** A UTF-16 unit is at most 3 bytes of UTF-8. */
  private static final int CHARACTER = 3;

  /** Subject, keys, numbers, instants, trace, all KYC states and the terminal states. */
  private static final int FRAME = 4_096;

  private static final int FIELD_WITH_PRECEDENCE = 100;
  private static final int ELEMENT = 8;
  private static final int UNVERIFIED_EVENT = 160;
  private static final int TRANSITION = 240;
  private static final int WRITE = 40;

  private ItemSizeEstimate() {}

  static int of(LedgerRecord record) {
    return FRAME
        + fields(record.fields())
        + texts(record.fields().unknownNames())
        + texts(record.fields().aliases())
        + UNVERIFIED_EVENT * record.pendingChecks().unverifiedEvents().size()
        + texts(record.pendingChecks().unrecognized().terms())
        + TRANSITION * record.transitions().size()
        + WRITE * record.revision().writeIds().size()
        + last(record.lastChange())
        + record.unknownAttributes().bytes();
  }

  private static int fields(FieldValues fields) {
    return fields.values().entrySet().stream()
        .mapToInt(
            entry -> FIELD_WITH_PRECEDENCE + text(entry.getKey()) + text(entry.getValue().value()))
        .sum();
  }

  private static int last(LastChange last) {
    return text(last.decision()) + text(last.eventName()) + text(last.rawStatus());
  }

  private static int texts(Collection<String> texts) {
    return texts.stream().mapToInt(text -> ELEMENT + text(text)).sum();
  }

  private static int text(@Nullable String text) {
    return text == null ? 0 : CHARACTER * text.length();
  }
}
