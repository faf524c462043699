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
 * By which id the API is asked about a record's subject: the one that was told, the one that came
 * with a claim, or the one that the subject shows; in every case one that leads back to this
 * subject.
 */
final class ProviderId {
  private ProviderId() {}

  static Optional<String> ofOrder(LedgerRecord record, @Nullable String claimedId) {
    return find(record, claimedId, Field.ORDER_ID, "order/", Subject::order);
  }

  /** Of a customer whom the partner's user id or the provider's names alone, there is none. */
  static Optional<String> ofCustomer(LedgerRecord record, @Nullable String claimedId) {
    return find(record, claimedId, Field.PARTNER_CUSTOMER_ID, "kyc/customer/", Subject::customer);
  }

  private static Optional<String> find(
      LedgerRecord record,
      @Nullable String claimedId,
      Field field,
      String prefix,
      Function<String, Subject> subject) {
    String text = record.subject().text();
    if (!text.startsWith(prefix)) {
      return Optional.empty();
    }
    @Nullable FieldValue told = record.fields().values().get(field.text());
    return Stream.of(
            Optional.ofNullable(told).map(FieldValue::value),
            Optional.ofNullable(claimedId),
            Optional.of(text.substring(prefix.length())))
        .flatMap(Optional::stream)
        .filter(id -> subject.apply(id).equals(record.subject()))
        .findFirst();
  }
}
