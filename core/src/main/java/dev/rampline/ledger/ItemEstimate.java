package dev.rampline.ledger;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** How large an item a record may become, from above: cheap, and free of any store's own types. */
final class ItemEstimate {
  /** A UTF-16 unit is at most 3 bytes of UTF-8. */
  private static final int CHARACTER = 3;

  /** Subject, keys, the numbers and instants, the trace, every state that KYC has, the finals. */
  private static final int FRAME = 4_096;

  private static final int FACT_WITH_ITS_TAG = 100;
  private static final int ELEMENT = 8;
  private static final int CLAIM = 160;
  private static final int TRANSITION = 240;
  private static final int WRITE = 40;

  private ItemEstimate() {}

  static int of(LedgerRecord record) {
    return FRAME
        + facts(record.facts())
        + texts(record.facts().unknownNames())
        + CLAIM * record.concerns().claims().size()
        + texts(record.concerns().unrecognised().terms())
        + TRANSITION * record.transitions().size()
        + WRITE * record.revision().writes().size()
        + last(record.last())
        + record.carried().bytes();
  }

  private static int facts(Facts facts) {
    return facts.values().entrySet().stream()
        .mapToInt(
            entry -> FACT_WITH_ITS_TAG + text(entry.getKey()) + text(entry.getValue().value()))
        .sum();
  }

  private static int last(LastWord last) {
    return text(last.decision()) + text(last.eventName()) + text(last.rawStatus());
  }

  private static int texts(Collection<String> texts) {
    return texts.stream().mapToInt(text -> ELEMENT + text(text)).sum();
  }

  private static int text(@Nullable String text) {
    return text == null ? 0 : CHARACTER * text.length();
  }
}
