package dev.rampline.reconcile;

import dev.rampline.ledger.Fact;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.observation.Field;
import dev.rampline.observation.Subject;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * By which id the API is asked about a record's subject: the one that was told, or the one that the
 * subject shows; in either case one that leads back to this subject.
 */
final class ProviderId {
  private ProviderId() {}

  static Optional<String> ofOrder(LedgerRecord record) {
    return find(record, Field.ORDER_ID, "order/", Subject::order);
  }

  /** Of a customer whom the partner's user id or the provider's names alone, there is none. */
  static Optional<String> ofCustomer(LedgerRecord record) {
    return find(record, Field.PARTNER_CUSTOMER_ID, "kyc/customer/", Subject::customer);
  }

  private static Optional<String> find(
      LedgerRecord record, Field field, String prefix, Function<String, Subject> subject) {
    String text = record.subject().text();
    if (!text.startsWith(prefix)) {
      return Optional.empty();
    }
    Stream<String> told =
        Optional.ofNullable(record.facts().values().get(field.text())).map(Fact::value).stream();
    return Stream.concat(told, Stream.of(text.substring(prefix.length())))
        .filter(id -> subject.apply(id).equals(record.subject()))
        .findFirst();
  }
}
