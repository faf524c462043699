package dev.rampline.reconcile;

import dev.rampline.event.Field;
import dev.rampline.event.Subject;
import dev.rampline.ledger.FieldValue;
import dev.rampline.ledger.LedgerRecord;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the id for an API lookup of a record's subject: the stored id, the id of an unverified
 * event, or the id in the subject. The id must map to this subject.
 */
public final class ProviderId {
  private ProviderId() {}

  /** Returns the provider's order id; empty if no known id maps to the subject. */
  public static Optional<String> ofOrder(LedgerRecord record, @Nullable String reportedId) {
    return find(record, reportedId, Field.ORDER_ID, "order/", Subject::order);
  }

  /** Returns the partner's customer id; empty for a customer who is known only by other ids. */
  public static Optional<String> ofCustomer(LedgerRecord record, @Nullable String reportedId) {
    if (!record.subject().isCustomer()) {
      return Optional.ofNullable(record.fields().values().get(Field.PARTNER_CUSTOMER_ID.text()))
          .map(FieldValue::value)
          .filter(id -> record.fields().aliases().contains(Subject.customer(id).text()));
    }
    return find(record, reportedId, Field.PARTNER_CUSTOMER_ID, "kyc/customer/", Subject::customer);
  }

  private static Optional<String> find(
      LedgerRecord record,
      @Nullable String reportedId,
      Field field,
      String prefix,
      Function<String, Subject> subject) {
    String text = record.subject().text();
    if (!text.startsWith(prefix)) {
      return Optional.empty();
    }
    @Nullable FieldValue stored = record.fields().values().get(field.text());
    return Stream.of(
            Optional.ofNullable(stored).map(FieldValue::value),
            Optional.ofNullable(reportedId),
            Optional.of(text.substring(prefix.length())))
        .flatMap(Optional::stream)
        .filter(id -> subject.apply(id).equals(record.subject()))
        .findFirst();
  }
}
