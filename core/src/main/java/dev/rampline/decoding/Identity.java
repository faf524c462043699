package dev.rampline.decoding;

import dev.rampline.event.Field;
import dev.rampline.event.Subject;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The subject of a payload.
 *
 * @param subject the ledger's key
 * @param ids the provider's and the partner's ids, unabridged
 */
record Identity(Subject subject, Map<Field, String> ids) {
  Identity {
    ids = Map.copyOf(ids);
  }

  /** Returns the subject of that kind; empty if the payload contains no id of one. */
  static Optional<Identity> from(
      PayloadFieldReader reader, Subject.Kind kind, Vocabulary vocabulary) {
    return switch (kind) {
      case ORDER -> orderId(reader, vocabulary).map(Identity::order);
      case KYC -> customer(reader, vocabulary);
    };
  }

  /**
   * Returns the kind of the subject: that of the event name, whatever ids the payload contains;
   * else a customer's if there is a KYC status, and an order's if not. A general status alone never
   * concerns a customer.
   */
  static Subject.Kind kind(
      PayloadFieldReader reader, Optional<String> eventName, Vocabulary vocabulary) {
    return eventName
        .flatMap(vocabulary::kind)
        .orElseGet(
            () ->
                reader.firstValues(vocabulary.names().kycStatus()).isEmpty()
                    ? Subject.Kind.ORDER
                    : Subject.Kind.KYC);
  }

  /**
   * Returns whether the payload contains another id of an order or of a customer in a member that
   * can contain no other id.
   */
  boolean isContradicted(PayloadFieldReader reader, Vocabulary vocabulary) {
    for (FieldSource source : vocabulary.ids()) {
      String id = ids.get(source.field());
      List<String> found = id == null ? List.of() : reader.allInBody(source.form(), source.names());
      if (Collections.frequency(found, id) < found.size()) {
        return true;
      }
    }
    return false;
  }

  private static Identity order(String id) {
    return new Identity(Subject.order(id), Map.of(Field.ORDER_ID, id));
  }

  private static Optional<String> orderId(PayloadFieldReader reader, Vocabulary vocabulary) {
    FieldSource source = vocabulary.orderId();
    return reader.findInBody(source.form(), source.names());
  }

  private static Optional<Identity> customer(PayloadFieldReader reader, Vocabulary vocabulary) {
    Map<Field, String> ids = new EnumMap<>(Field.class);
    for (FieldSource source : vocabulary.kycIds()) {
      reader.findInBody(source.form(), source.names()).ifPresent(id -> ids.put(source.field(), id));
    }
    return customer(ids).map(subject -> new Identity(subject, ids));
  }

  /** Returns the subject that these ids identify: an order's, else a customer's. */
  static Optional<Subject> subject(Map<Field, String> ids) {
    return Optional.ofNullable(ids.get(Field.ORDER_ID)).map(Subject::order).or(() -> customer(ids));
  }

  private static Optional<Subject> customer(Map<Field, String> ids) {
    return Optional.ofNullable(ids.get(Field.PARTNER_CUSTOMER_ID))
        .map(Subject::customer)
        .or(() -> Optional.ofNullable(ids.get(Field.PARTNER_USER_ID)).map(Subject::partnerUser))
        .or(() -> Optional.ofNullable(ids.get(Field.USER_ID)).map(Subject::user));
  }
}
