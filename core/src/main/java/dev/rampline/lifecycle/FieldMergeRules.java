package dev.rampline.lifecycle;

import dev.rampline.event.EventFields;
import dev.rampline.event.Field;
import dev.rampline.event.State;
import dev.rampline.event.VerifiedEvent;
import dev.rampline.ledger.FieldPrecedence;
import dev.rampline.ledger.FieldValue;
import dev.rampline.ledger.FieldValues;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

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
  private static FieldPrecedence precedence(VerifiedEvent event, String name) {
    FieldPrecedence precedence = precedence(event);
    return event.status().state() == State.REFUNDED && isMoney(name)
        ? new FieldPrecedence(0, precedence.occurredAt(), precedence.trust())
        : precedence;
  }

  /**
   * Returns the first amount, rate, currency or destination of the event that contradicts a value
   * of equal precedence.
   */
  static Optional<String> contradiction(FieldValues before, VerifiedEvent event) {
    return event.fields().values().entrySet().stream()
        .filter(reported -> isMoney(reported.getKey()) || isDestination(reported.getKey()))
        .filter(
            reported -> {
              String name = reported.getKey();
              FieldValue existing = before.values().get(name);
              return existing != null
                  && existing.precedence().compareTo(precedence(event, name)) == 0
                  && !existing.value().equalsIgnoreCase(reported.getValue());
            })
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private static boolean isMoney(String name) {
    return Field.fromName(name)
        .filter(field -> field.isAmount() || CURRENCIES.contains(field))
        .isPresent();
  }

  private static boolean isDestination(String name) {
    return Field.fromName(name).filter(DESTINATIONS::contains).isPresent();
  }

  static FieldValues merge(FieldValues before, VerifiedEvent event) {
    SortedMap<String, FieldValue> values = new TreeMap<>(before.values());
    event
        .fields()
        .values()
        .forEach(
            (name, value) ->
                values.merge(
                    name,
                    new FieldValue(value, precedence(event, name)),
                    (existing, reported) -> greater(name, existing, reported)));
    dropExcessExtras(values);
    return FieldValues.of(values, smallest(before.unknownNames(), event.fields().unknownNames()))
        .withAliases(before.aliases());
  }

  /** Joins the values of two records, without their aliases. */
  static FieldValues join(FieldValues one, FieldValues other) {
    SortedMap<String, FieldValue> values = new TreeMap<>(one.values());
    other
        .values()
        .forEach(
            (name, value) ->
                values.merge(name, value, (first, second) -> greater(name, first, second)));
    dropExcessExtras(values);
    return FieldValues.of(values, smallest(one.unknownNames(), other.unknownNames()));
  }

  /** Returns whether the record already has every field value of the event. */
  static boolean hasAll(FieldValues fields, EventFields eventFields) {
    return eventFields.values().entrySet().stream()
        .allMatch(entry -> hasValue(fields, entry.getKey(), entry.getValue()));
  }

  private static boolean hasValue(FieldValues fields, String name, String value) {
    FieldValue existing = fields.values().get(name);
    return existing != null && existing.value().equals(value);
  }

  private static FieldValue greater(String name, FieldValue existing, FieldValue reported) {
    int byPrecedence = reported.precedence().compareTo(existing.precedence());
    int order =
        byPrecedence != 0
            ? byPrecedence
            : Field.comparator(name).compare(reported.value(), existing.value());
    return order > 0 ? reported : existing;
  }

  /**
   * Keeps the first extra fields in natural order. The settings allow no more, but a record keeps
   * the fields of earlier settings.
   */
  private static void dropExcessExtras(SortedMap<String, FieldValue> values) {
    List<String> excess =
        values.keySet().stream()
            .filter(name -> name.startsWith(EventFields.EXTRA_PREFIX))
            .skip(FieldValues.MAX_EXTRA)
            .toList();
    values.keySet().removeAll(excess);
  }

  /**
   * Returns the first names in natural order, so that the result does not depend on the order of
   * arrival.
   */
  private static Set<String> smallest(Set<String> existing, Set<String> reported) {
    Set<String> all = new TreeSet<>(existing);
    all.addAll(reported);
    return all.stream().limit(EventFields.MAX_UNKNOWN_NAMES).collect(Collectors.toSet());
  }
}
