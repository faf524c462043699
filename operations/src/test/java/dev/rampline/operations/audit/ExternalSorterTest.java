package dev.rampline.operations.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.rampline.event.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExternalSorterTest {
  private static final Path OPEN_FILES = Path.of("/proc/self/fd");
  private static final String NAME = "rampline-audit-";

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

  /** So a killed process leaves no file, and no other user can open one. */
  @Test
  void temporaryFile_hasNoName_andIsClosed() throws IOException {
    assumeThat(OPEN_FILES).exists();
    Set<String> named = temporaryFiles();
    try (ExternalSorter inMemory = new ExternalSorter()) {
      inMemory.add(order(1));
      assertThat(openFiles()).isZero();
    }

    try (ExternalSorter sorter = new ExternalSorter(1)) {
      sorter.add(order(1));
      assertThat(openFiles()).isEqualTo(1);
      assertThat(temporaryFiles()).isEqualTo(named);
    }

    assertThat(openFiles()).isZero();
  }

  private static long openFiles() throws IOException {
    try (Stream<Path> files = Files.list(OPEN_FILES)) {
      return files.filter(ExternalSorterTest::isTemporary).count();
    }
  }

  private static boolean isTemporary(Path link) {
    try {
      return Files.readSymbolicLink(link).toString().contains(NAME);
    } catch (IOException closedMeanwhile) {
      return false;
    }
  }

  private static Set<String> temporaryFiles() throws IOException {
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.startsWith(NAME))
          .collect(Collectors.toSet());
    }
  }

  @Test
  void emptySorter_hasNoOrder() {
    try (ExternalSorter sorter = new ExternalSorter()) {
      Iterator<AuditedOrder> none = sorter.sorted();

      assertThat(none.hasNext()).isFalse();
      assertThatThrownBy(none::next).isInstanceOf(NoSuchElementException.class);
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
