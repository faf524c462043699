package dev.rampline.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.event.EventFields;
import dev.rampline.event.EventMetadata;
import dev.rampline.event.State;
import dev.rampline.event.StatusReport;
import dev.rampline.event.Subject;
import dev.rampline.event.VerifiedEvent;
import dev.rampline.ledger.FieldValues;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FieldMergeTest {
  @Test
  void extraFields_beyondTheLimit_areDroppedByName_inAnyOrderOfArrival() {
    VerifiedEvent first = event(10, 26);
    VerifiedEvent second = event(20, 36);

    FieldValues merged = merge(first, second);

    assertThat(merged.values().keySet())
        .containsExactlyElementsOf(
            event(10, 10 + FieldValues.MAX_EXTRA).fields().values().keySet());
    assertThat(merge(second, first)).isEqualTo(merged);
  }

  @Test
  void knownFields_haveNoLimit() {
    EventFields known =
        new EventFields(
            IntStream.range(0, 50).boxed().collect(Collectors.toMap(n -> "field" + n, n -> "1")),
            Set.of());

    assertThat(merge(event(known)).plainValues()).isEqualTo(known.values());
  }

  private static FieldValues merge(VerifiedEvent... events) {
    FieldValues fields = FieldValues.NONE;
    for (VerifiedEvent event : events) {
      fields = new FieldMerge(fields, event).fields();
    }
    return fields;
  }

  private static VerifiedEvent event(int fromName, int toName) {
    return event(
        new EventFields(
            IntStream.range(fromName, toName)
                .boxed()
                .collect(Collectors.toMap(n -> EventFields.EXTRA_PREFIX + n, n -> "value")),
            Set.of()));
  }

  private static VerifiedEvent event(EventFields fields) {
    return new VerifiedEvent(
        Subject.order("o-1"),
        new StatusReport(State.PROCESSING, null, null, "ORDER_PROCESSING", "PROCESSING"),
        fields,
        null,
        EventMetadata.ofWebhook(Instant.EPOCH, null));
  }
}
