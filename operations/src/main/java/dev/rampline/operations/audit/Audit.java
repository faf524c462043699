package dev.rampline.operations.audit;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Compares an order file with the ledger and the provider's order list in bounded memory ({@code
 * docs/audit.md#large-files}). The file is read first, so that a mistake in it costs no request.
 * Runs once; not thread-safe.
 */
final class Audit {
  private final OrderFile file;
  private final OrderReader ledger;
  private final @Nullable OrderReader provider;
  private final ObjLongConsumer<AuditStage> progress;
  private final Map<FindingKind, Long> counts = new EnumMap<>(FindingKind.class);

  /**
   * Creates an audit.
   *
   * @param provider null: the provider's list is not compared
   * @param progress receives the number of orders that were read in a stage
   */
  Audit(
      OrderFile file,
      OrderReader ledger,
      @Nullable OrderReader provider,
      ObjLongConsumer<AuditStage> progress) {
    this.file = file;
    this.ledger = ledger;
    this.provider = provider;
    this.progress = progress;
  }

  /**
   * Runs it.
   *
   * @param given when the orders were created that the file must contain; null: between the first
   *     and the last that it has
   * @param findings receives each difference
   * @throws OrderFileException if the file is not an order file
   */
  AuditSummary run(@Nullable AuditWindow given, Consumer<AuditFinding> findings) {
    Consumer<AuditFinding> counted =
        finding -> {
          counts.merge(finding.kind(), 1L, Long::sum);
          findings.accept(finding);
        };
    try (OrderMatching matching = new OrderMatching(given, counted)) {
      Counter rows = new Counter(AuditStage.FILE, matching);
      OrderFileHeader header = file.read(rows);
      if (rows.count == 0 && given == null) {
        throw new OrderFileException("the file has a header but no rows");
      }
      ledger.read(new Counter(AuditStage.LEDGER, matching));
      SourceCoverage coverage =
          provider == null ? null : provider.read(new Counter(AuditStage.PROVIDER, matching));
      progress.accept(AuditStage.COMPARISON, 0);
      matching.run(header.hasPartnerIds(), coverage);
      return new AuditSummary(
          List.copyOf(header.compared()),
          header.ignored(),
          rows.count,
          matching.ledgerOrders(),
          matching.providerOrders(),
          coverage,
          matching.window(),
          counts);
    }
  }

  /** Adds orders to the matching and counts them. */
  private final class Counter implements Consumer<AuditedOrder> {
    private final AuditStage stage;
    private final OrderMatching matching;
    private long count;

    Counter(AuditStage stage, OrderMatching matching) {
      this.stage = stage;
      this.matching = matching;
      progress.accept(stage, 0);
    }

    @Override
    public void accept(AuditedOrder order) {
      matching.add(order);
      count++;
      progress.accept(stage, count);
    }
  }
}
