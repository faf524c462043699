package dev.rampline.lifecycle;

import dev.rampline.event.EventFields;
import dev.rampline.event.Field;
import dev.rampline.event.State;
import dev.rampline.event.VerifiedEvent;
import dev.rampline.ledger.FieldPrecedence;
import dev.rampline.ledger.FieldValue;
import dev.rampline.ledger.FieldValues;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Merges field values: the value with the higher precedence wins ({@code
 * docs/architecture.md#fields}).
 */
final class FieldMergeRules {
  private static final Set<Field> CURRENCIES =
      EnumSet.of(Field.FIAT_CURRENCY, Field.CRYPTO_CURRENCY);

  /** The fields that say where the crypto went. */
  private static final Set<Field> DESTINATIONS =
      EnumSet.of(Field.NETWORK, Field.WALLET_ADDRESS, Field.TRANSACTION_HASH);

  private FieldMergeRules() {}

  /** Returns the precedence of the event's field values. */
  static FieldPrecedence precedence(VerifiedEvent event) {
    return new FieldPrecedence(
        event.status().state().rank(), event.occurredAt(), event.metadata().trust());
  }

  /** An amount that came with a refund is the refund's: it does not replace the order's. */
  private static FieldPrecedence precedence(
      FieldPrecedence usual, VerifiedEvent event, String name) {
    return event.status().state() == State.REFUNDED && isMoney(name)
        ? new FieldPrecedence(0, usual.occurredAt(), usual.trust())
        : usual;
  }

  /**
   * Returns the first amount, rate, currency or destination of the event that contradicts a value
   * of equal precedence.
   */
  static Optional<String> contradiction(FieldValues before, VerifiedEvent event) {
    FieldPrecedence usual = precedence(event);
    for (Map.Entry<String, String> reported : event.fields().values().entrySet()) {
      String name = reported.getKey();
      FieldValue existing = before.values().get(name);
      if (existing != null
          && !existing.value().equalsIgnoreCase(reported.getValue())
          && (isMoney(name) || isDestination(name))
          && existing.precedence().compareTo(precedence(usual, event, name)) == 0) {
        return Optional.of(name);
      }
    }
    return Optional.empty();
  }

  private static boolean isMoney(String name) {
    return Field.fromName(name)
        .filter(field -> field.isAmount() || CURRENCIES.contains(field))
        .isPresent();
  }

  private static boolean isDestination(String name) {
    return Field.fromName(name).filter(DESTINATIONS::contains).isPresent();
  }

  /** Returns the values after the event; the same object if it changes none. */
  static FieldValues merge(FieldValues before, VerifiedEvent event) {
    FieldPrecedence usual = precedence(event);
    SortedMap<String, FieldValue> values = new TreeMap<>(before.values());
    boolean isChanged = false;
    for (Map.Entry<String, String> entry : event.fields().values().entrySet()) {
      String name = entry.getKey();
      FieldValue existing = values.get(name);
      FieldValue reported = new FieldValue(entry.getValue(), precedence(usual, event, name));
      if (existing == null || isGreater(name, reported, existing)) {
        values.put(name, reported);
        isChanged = true;
      }
    }
    isChanged |= dropExcessExtras(values);
    SortedSet<String> unknownNames = smallest(before.unknownNames(), event.fields().unknownNames());
    return isChanged || !unknownNames.equals(before.unknownNames())
        ? before.with(values, unknownNames)
        : before;
  }

  /** Joins the values of two records, without their aliases. */
  static FieldValues join(FieldValues one, FieldValues other) {
    SortedMap<String, FieldValue> values = new TreeMap<>(one.values());
    other
        .values()
        .forEach(
            (name, value) ->
                values.merge(
                    name,
                    value,
                    (first, second) -> isGreater(name, second, first) ? second : first));
    dropExcessExtras(values);
    return FieldValues.of(values, smallest(one.unknownNames(), other.unknownNames()));
  }

  /** Returns whether the record already has every field value of the event. */
  static boolean hasAll(FieldValues fields, EventFields eventFields) {
    for (Map.Entry<String, String> entry : eventFields.values().entrySet()) {
      FieldValue existing = fields.values().get(entry.getKey());
      if (existing == null || !existing.value().equals(entry.getValue())) {
        return false;
      }
    }
    return true;
  }

  private static boolean isGreater(String name, FieldValue reported, FieldValue existing) {
    int byPrecedence = reported.precedence().compareTo(existing.precedence());
    if (byPrecedence != 0 || reported.value().equals(existing.value())) {
      return byPrecedence > 0;
    }
    return Field.comparator(name).compare(reported.value(), existing.value()) > 0;
  }

  /**
   * Keeps the first extra fields in natural order. The settings allow no more, but a record keeps
   * the fields of earlier settings.
   */
  private static boolean dropExcessExtras(SortedMap<String, FieldValue> values) {
    List<String> extras = new ArrayList<>(0);
    for (String name : values.tailMap(EventFields.EXTRA_PREFIX).keySet()) {
      if (!name.startsWith(EventFields.EXTRA_PREFIX)) {
        break;
      }
      extras.add(name);
    }
    return extras.size() > FieldValues.MAX_EXTRA
        && values
            .keySet()
            .removeAll(Set.copyOf(extras.subList(FieldValues.MAX_EXTRA, extras.size())));
  }

  /**
   * Returns the first names in natural order, so that the result does not depend on the order of
   * arrival.
   */
  private static SortedSet<String> smallest(
      SortedSet<String> existing, SortedSet<String> reported) {
    if (reported.isEmpty() && existing.size() <= EventFields.MAX_UNKNOWN_NAMES) {
      return existing;
    }
    SortedSet<String> all = new TreeSet<>(existing);
    all.addAll(reported);
    while (all.size() > EventFields.MAX_UNKNOWN_NAMES) {
      all.removeLast();
    }
    return all;
  }
}
