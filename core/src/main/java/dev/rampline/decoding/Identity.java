package dev.rampline.decoding;

import dev.rampline.event.Field;
import dev.rampline.event.Subject;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whom a payload is about.
 *
 * @param subject the ledger's name for it
 * @param ids the provider's and the partner's own, whole
 */
record Identity(Subject subject, Map<Field, String> ids) {
  Identity {
    ids = Map.copyOf(ids);
  }

  /** An order, if there is an order's id; else a customer, unless the event is about orders. */
  static Optional<Identity> from(PayloadFieldReader reading, Optional<EventMeaning> event) {
    Optional<Identity> order = orderId(reading).map(Identity::order);
    boolean aboutOrders = event.filter(known -> known.isAbout(Subject.Kind.ORDER)).isPresent();
    return order.isPresent() || aboutOrders ? order : customer(reading);
  }

  private static Identity order(String id) {
    return new Identity(Subject.order(id), Map.of(Field.ORDER_ID, id));
  }

  private static Optional<String> orderId(PayloadFieldReader reading) {
    FieldSource source = Vocabulary.ORDER_ID;
    return reading
        .findInBody(source.form(), source.names())
        .or(() -> reading.findInRoot(source.form(), List.of(source.names().getFirst())));
  }

  private static Optional<Identity> customer(PayloadFieldReader reading) {
    Map<Field, String> ids = new EnumMap<>(Field.class);
    for (FieldSource source : Vocabulary.KYC_IDS) {
      reading
          .findInBody(source.form(), source.names())
          .or(() -> reading.findInRoot(source.form(), source.names()))
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
