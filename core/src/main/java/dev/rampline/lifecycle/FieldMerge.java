package dev.rampline.lifecycle;

import dev.rampline.event.Field;
import dev.rampline.event.SortedValues;
import dev.rampline.event.State;
import dev.rampline.event.VerifiedEvent;
import dev.rampline.ledger.FieldPrecedence;
import dev.rampline.ledger.FieldValue;
import dev.rampline.ledger.FieldValues;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** Merges the field values of an event into those of a record. */
final class FieldMerge {
  private static final Set<Field> CURRENCIES =
      EnumSet.of(Field.FIAT_CURRENCY, Field.CRYPTO_CURRENCY);

  /** The fields that say where the crypto went. */
  private static final Set<Field> DESTINATIONS =
      EnumSet.of(Field.NETWORK, Field.WALLET_ADDRESS, Field.TRANSACTION_HASH);

  private final FieldValues before;
  private final VerifiedEvent event;
  private final FieldPrecedence precedence;
  private final SortedValues.Builder<FieldValue> values;
  private boolean isChanged;
  private @Nullable String contradiction;

  FieldMerge(FieldValues before, VerifiedEvent event) {
    this.before = before;
    this.event = event;
    this.precedence = FieldMergeRules.precedence(event);
    this.values =
        new SortedValues.Builder<>(before.values().size() + event.fields().values().size());
    mergeInOrder(
        SortedValues.copyOf(before.values()), SortedValues.copyOf(event.fields().values()));
  }

  /** Returns the values after the event; the same object if it changes none. */
  FieldValues fields() {
    SortedSet<String> unknownNames =
        FieldMergeRules.smallest(before.unknownNames(), event.fields().unknownNames());
    return isChanged || !unknownNames.equals(before.unknownNames())
        ? before.with(FieldMergeRules.withoutExcessExtras(values.build()), unknownNames)
        : before;
  }

  /**
   * Returns the first amount, rate, currency or destination of the event that contradicts a value
   * of equal precedence.
   */
  Optional<String> contradiction() {
    return Optional.ofNullable(contradiction);
  }

  private void mergeInOrder(SortedValues<FieldValue> existing, SortedValues<String> reported) {
    int next = 0;
    for (int index = 0; index < reported.size(); index++) {
      String name = reported.name(index);
      while (next < existing.size() && existing.name(next).compareTo(name) < 0) {
        values.add(existing.name(next), existing.value(next++));
      }
      boolean isKnown = next < existing.size() && existing.name(next).equals(name);
      FieldValue old = isKnown ? existing.value(next++) : null;
      values.add(name, merge(name, old, reported.value(index)));
    }
    while (next < existing.size()) {
      values.add(existing.name(next), existing.value(next++));
    }
  }

  private FieldValue merge(String name, @Nullable FieldValue existing, String value) {
    FieldValue reported = new FieldValue(value, precedence(name));
    if (existing == null) {
      isChanged = true;
      return reported;
    }
    if (contradiction == null && isContradiction(name, existing, reported)) {
      contradiction = name;
    }
    boolean isGreater = FieldMergeRules.isGreater(name, reported, existing);
    isChanged |= isGreater;
    return isGreater ? reported : existing;
  }

  /** An amount that came with a refund is the refund's: it does not replace the order's. */
  private FieldPrecedence precedence(String name) {
    return event.status().state() == State.REFUNDED && isMoney(name)
        ? new FieldPrecedence(0, precedence.occurredAt(), precedence.trust())
        : precedence;
  }

  private static boolean isContradiction(String name, FieldValue existing, FieldValue reported) {
    return !existing.value().equals(reported.value())
        && !existing.value().equalsIgnoreCase(reported.value())
        && (isMoney(name) || isDestination(name))
        && existing.precedence().compareTo(reported.precedence()) == 0;
  }

  private static boolean isMoney(String name) {
    return Field.fromName(name)
        .filter(field -> field.isAmount() || CURRENCIES.contains(field))
        .isPresent();
  }

  private static boolean isDestination(String name) {
    return Field.fromName(name).filter(DESTINATIONS::contains).isPresent();
  }
}
