package dev.rampline.lifecycle;

import dev.rampline.event.Field;
import dev.rampline.event.Subject;
import dev.rampline.event.VerifiedEvent;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The ids of a customer, as subjects. The partner's customer id identifies a customer; without one,
 * the partner's user id does, else the provider's user id.
 */
public final class CustomerIds {
  private CustomerIds() {}

  /** Returns the subjects of all ids that an event on KYC names, its own subject first. */
  public static Set<Subject> namedIn(VerifiedEvent event) {
    Set<Subject> named = new LinkedHashSet<>();
    named.add(event.subject());
    subject(event, Field.PARTNER_CUSTOMER_ID, Subject::customer).ifPresent(named::add);
    subject(event, Field.PARTNER_USER_ID, Subject::partnerUser).ifPresent(named::add);
    subject(event, Field.USER_ID, Subject::user).ifPresent(named::add);
    return named;
  }

  /**
   * Returns whether ids belong to more than one customer: two are ids of the partner and of the
   * same kind.
   */
  static boolean areOfSeveral(Collection<Subject> ids) {
    return ids.stream().filter(Subject::isCustomer).count() > 1
        || ids.stream().filter(Subject::isPartnerUser).count() > 1;
  }

  private static Optional<Subject> subject(
      VerifiedEvent event, Field field, Function<String, Subject> subject) {
    return Optional.ofNullable(event.fields().values().get(field.text()))
        .filter(id -> !id.isBlank())
        .map(subject);
  }
}
