package dev.rampline.operations.audit;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A difference between the file, the ledger, and the provider's order list about one order. Texts
 * are as the sources have them, and may contain any character.
 *
 * @param orderId the provider's id; null if only the partner's is known
 * @param partnerOrderId the partner's id; null if unknown
 * @param line the line of the row; 0 for none
 * @param field the field whose values follow
 * @param file the file's value; null if it has none
 * @param ledger the ledger's value; null if it has none
 * @param provider the value of the provider's order list; null if it has none
 */
public record AuditFinding(
    FindingKind kind,
    @Nullable String orderId,
    @Nullable String partnerOrderId,
    long line,
    String field,
    @Nullable String file,
    @Nullable String ledger,
    @Nullable String provider) {
  public AuditFinding {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(field, "field");
  }
}
