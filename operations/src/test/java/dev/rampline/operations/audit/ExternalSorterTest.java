package dev.rampline.operations.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.event.State;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExternalSorterTest {
  @ParameterizedTest
  @ValueSource(longs = {1, 5_000, 1_000_000_000})
  void orders_areReturnedUnchangedByKey(long bufferBytes) {
    List<AuditedOrder> orders = new ArrayList<>();
    IntStream.range(0, 500).forEach(number -> orders.add(order(number)));
    Collections.shuffle(orders, new Random(1));

    try (ExternalSorter sorter = new ExternalSorter(bufferBytes)) {
      orders.forEach(sorter::add);
      List<AuditedOrder> sorted = new ArrayList<>();
      sorter.sorted().forEachRemaining(sorted::add);

      orders.sort(AuditedOrder.BY_KEY);
      assertThat(sorted).isEqualTo(orders);
    }
  }

  @Test
  void emptySorter_hasNoOrder() {
    try (ExternalSorter sorter = new ExternalSorter()) {
      Iterator<AuditedOrder> none = sorter.sorted();

      assertThat(none.hasNext()).isFalse();
      Assertions.assertThatThrownBy(none::next).isInstanceOf(NoSuchElementException.class);
    }
  }

  private static AuditedOrder order(int number) {
    AuditSource source = number % 3 == 0 ? AuditSource.LEDGER : AuditSource.PROVIDER;
    AuditedOrder order =
        AuditFixture.order(
            source,
            "ö-" + number / 3,
            number % 5 == 0 ? null : State.COMPLETED,
            "fiatAmount=" + number,
            number % 2 == 0 ? "createdAt=" : "createdAt=2026-03-01T00:00:00.000000001Z",
            "OPEN_CONFLICT",
            "PAID_OUT");
    return order.withLine(number);
  }
}
