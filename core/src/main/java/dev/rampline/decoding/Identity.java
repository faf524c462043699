package dev.rampline.decoding;

import dev.rampline.event.Field;
import dev.rampline.event.Subject;
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

  /**
   * Returns an order if the payload has an order id, else a customer unless the event is about
   * orders.
   */
  static Optional<Identity> from(PayloadFieldReader reader, Optional<EventMeaning> event) {
    Optional<Identity> order = orderId(reader).map(Identity::order);
    boolean aboutOrders = event.filter(meaning -> meaning.isAbout(Subject.Kind.ORDER)).isPresent();
    return order.isPresent() || aboutOrders ? order : customer(reader);
  }

  private static Identity order(String id) {
    return new Identity(Subject.order(id), Map.of(Field.ORDER_ID, id));
  }

  private static Optional<String> orderId(PayloadFieldReader reader) {
    FieldSource source = Vocabulary.ORDER_ID;
    return reader
        .findInBody(source.form(), source.names())
        .or(() -> reader.findInRoot(source.form(), List.of(source.names().getFirst())));
  }

  private static Optional<Identity> customer(PayloadFieldReader reader) {
    Map<Field, String> ids = new EnumMap<>(Field.class);
    for (FieldSource source : Vocabulary.KYC_IDS) {
      reader
          .findInBody(source.form(), source.names())
          .or(() -> reader.findInRoot(source.form(), source.names()))
          .ifPresent(id -> ids.put(source.field(), id));
    }
    return subject(ids).map(subject -> new Identity(subject, ids));
  }

  private static Optional<Subject> subject(Map<Field, String> ids) {
    return Optional.ofNullable(ids.get(Field.PARTNER_CUSTOMER_ID))
        .map(Subject::customer)
        .or(() -> Optional.ofNullable(ids.get(Field.PARTNER_USER_ID)).map(Subject::partnerUser))
        .or(() -> Optional.ofNullable(ids.get(Field.USER_ID)).map(Subject::user));
  }
}
