package dev.rampline.operations.audit;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an audit compared, and the number of its findings.
 *
 * @param compared the columns of the file that were compared
 * @param ignored the names of its other columns
 * @param rows number of rows of the file
 * @param ledgerOrders number of orders in the ledger
 * @param providerOrders number of orders that were read of the provider's list
 * @param provider what was read of the provider's list; null if it was not compared
 * @param window when the orders were created that the file must contain; null if no row was found
 *     in another source, so that no order is known to be missing
 * @param findings numbers of findings by kind, without zeros
 */
public record AuditSummary(
    List<AuditColumn> compared,
    List<String> ignored,
    long rows,
    long ledgerOrders,
    long providerOrders,
    @Nullable SourceCoverage provider,
    @Nullable AuditWindow window,
    Map<FindingKind, Long> findings) {
  public AuditSummary {
    compared = List.copyOf(compared);
    ignored = List.copyOf(ignored);
    findings = Collections.unmodifiableMap(new LinkedHashMap<>(findings));
  }

  /** Returns whether everything was compared and no difference was found. */
  public boolean isClean() {
    return findings.isEmpty() && (provider == null || provider.stopReason() == null);
  }
}
