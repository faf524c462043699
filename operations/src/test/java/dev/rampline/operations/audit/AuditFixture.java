package dev.rampline.operations.audit;

import dev.rampline.event.Field;
import dev.rampline.event.State;
import dev.rampline.event.Subject;
import dev.rampline.operations.audit.AuditedOrder.Mark;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Audits of a file, with orders that a test puts into the ledger and the provider's list. */
final class AuditFixture {
  static final Instant DAY = Instant.parse("2026-03-01T00:00:00Z");

  private final Path path;
  private final List<AuditedOrder> ledger = new ArrayList<>();
  private final List<AuditedOrder> provider = new ArrayList<>();
  private @Nullable SourceCoverage coverage = SourceCoverage.COMPLETE;
  private @Nullable AuditWindow window;
  private @Nullable AuditSummary summary;

  AuditFixture(Path folder) {
    this.path = folder.resolve("orders.csv");
  }

  /**
   * Puts an order into the ledger.
   *
   * @param more values such as {@code fiatAmount=1} and {@code createdAt=…}, and names of marks
   */
  AuditFixture ledger(String id, @Nullable State state, String... more) {
    ledger.add(order(AuditSource.LEDGER, id, state, more));
    return this;
  }

  /** Puts an order into the provider's list. */
  AuditFixture provider(String id, @Nullable State state, String... more) {
    provider.add(order(AuditSource.PROVIDER, id, state, more));
    return this;
  }

  /** Puts an order into both. */
  AuditFixture both(String id, @Nullable State state, String... more) {
    return ledger(id, state, more).provider(id, state, more);
  }

  /** Sets what was read of the provider's list; null: it is not compared. */
  AuditFixture coverage(@Nullable SourceCoverage read) {
    coverage = read;
    return this;
  }

  /** Sets when the orders were created that the file must contain. */
  AuditFixture window(Instant since, Instant until) {
    window = new AuditWindow(since, until);
    return this;
  }

  /** Writes the file with these lines, and returns the findings, each as one text. */
  List<String> audit(String... lines) {
    write(path, lines);
    List<String> findings = new ArrayList<>();
    summary =
        new Audit(
                new OrderFile(path),
                reader(ledger, SourceCoverage.COMPLETE),
                coverage == null ? null : reader(provider, coverage),
                (_, _) -> {})
            .run(window, finding -> findings.add(text(finding)));
    return findings;
  }

  AuditSummary summary() {
    return Objects.requireNonNull(summary);
  }

  static void write(Path file, String... lines) {
    try {
      Files.write(file, List.of(lines));
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  static String text(AuditFinding finding) {
    return Stream.of(
            finding.kind().text(),
            finding.orderId(),
            finding.partnerOrderId(),
            finding.line() == 0 ? null : Long.toString(finding.line()),
            finding.field(),
            finding.file(),
            finding.ledger(),
            finding.provider())
        .map(text -> text == null ? "-" : text)
        .collect(Collectors.joining(" "));
  }

  static AuditedOrder order(AuditSource source, String id, @Nullable State state, String... more) {
    Map<Field, String> fields = new EnumMap<>(Field.class);
    fields.put(Field.ORDER_ID, id);
    Set<Mark> marks = EnumSet.noneOf(Mark.class);
    Instant createdAt = DAY;
    for (String pair : more) {
      String[] parts = pair.split("=", 2);
      if (parts.length == 1) {
        marks.add(Mark.valueOf(pair));
      } else if (parts[0].equals("createdAt")) {
        createdAt = parts[1].isEmpty() ? null : Instant.parse(parts[1]);
      } else {
        fields.put(Field.fromName(parts[0]).orElseThrow(), parts[1]);
      }
    }
    String subject = Subject.order(id).text();
    return new AuditedOrder(source, subject, subject, 0, state, fields, createdAt, marks);
  }

  private static OrderReader reader(List<AuditedOrder> all, SourceCoverage coverage) {
    return orders -> {
      all.forEach(orders);
      return coverage;
    };
  }
}
