package dev.rampline.lifecycle;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;

import dev.rampline.event.Field;
import dev.rampline.event.State;
import dev.rampline.event.Subject;
import dev.rampline.event.TrustLevel;
import dev.rampline.event.VerifiedEvent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Computes the expected record for a set of events ({@code
 * docs/architecture.md#state-transition-rules}). It knows no sequence, has no state and shares only
 * the event types with {@link Lifecycle}. KYC events must have a time, and fetched events no
 * version.
 */
record ReferenceModel(Set<VerifiedEvent> events) {
  private static final Set<String> AMOUNTS =
      Set.of(Field.FIAT_AMOUNT.text(), Field.CRYPTO_AMOUNT.text());
  private static final Set<State> VERDICTS = Set.of(State.APPROVED, State.REJECTED, State.RETRY);
  private static final Comparator<VerifiedEvent> BY_TIME =
      comparing(VerifiedEvent::occurredAt, nullsFirst(Comparator.<Instant>naturalOrder()));
  private static final Comparator<VerifiedEvent> BY_TRUST =
      comparing(event -> event.metadata().trust());
  private static final Comparator<VerifiedEvent> BY_RANK =
      comparingInt(event -> state(event).rank());
  private static final Comparator<VerifiedEvent> BY_VERDICT =
      comparing(event -> VERDICTS.contains(state(event)));
  private static final Comparator<VerifiedEvent> BY_NAME = comparing(event -> state(event).text());

  ReferenceModel(Collection<VerifiedEvent> events) {
    this(Set.copyOf(events));
  }

  /** Returns for each field the value with the highest rank, trust level, time and value. */
  Map<String, String> fields() {
    Map<String, String> fields = new TreeMap<>();
    events.stream()
        .flatMap(event -> event.fields().values().keySet().stream())
        .forEach(field -> fields.put(field, greatest(field)));
    return fields;
  }

  /** Returns the names of all unknown fields. */
  Set<String> unknownNames() {
    return events.stream()
        .flatMap(event -> event.fields().unknownNames().stream())
        .collect(Collectors.toSet());
  }

  /** Returns all reported terminal states, including those reported with a refund. */
  Set<State> terminalStates() {
    return terminalStates(event -> true);
  }

  /** Returns the contradicting terminal states, or the only one. */
  Set<State> sides() {
    Set<State> signed = terminalStates(event -> trust(event) == TrustLevel.SIGNED);
    boolean expired = signed.contains(State.EXPIRED);
    return terminalStates().stream()
        .map(state -> expired && isFetchedExpiry(state, signed) ? State.EXPIRED : state)
        .collect(Collectors.toSet());
  }

  /** Returns whether a refund was reported. */
  boolean refunded() {
    return events.stream().anyMatch(event -> state(event) == State.REFUNDED);
  }

  /** Returns the state; empty during an open conflict, in which the order of arrival decides. */
  Optional<State> state() {
    if (refunded()) {
      return Optional.of(State.REFUNDED);
    }
    Set<State> sides = sides();
    if (sides.size() > 1) {
      return Optional.empty();
    }
    return Optional.of(sides.stream().findFirst().orElseGet(this::currentState));
  }

  private State currentState() {
    boolean kyc = events.iterator().next().subject().kind() == Subject.Kind.KYC;
    Comparator<VerifiedEvent> orders = BY_RANK.thenComparing(BY_TIME).thenComparing(BY_NAME);
    Comparator<VerifiedEvent> customers =
        BY_TIME.thenComparing(BY_VERDICT).thenComparing(BY_TRUST).thenComparing(BY_NAME);
    return events.stream()
        .filter(event -> state(event) != State.UNKNOWN)
        .max(kyc ? customers : orders)
        .map(ReferenceModel::state)
        .orElse(State.UNKNOWN);
  }

  private String greatest(String field) {
    Comparator<String> values =
        AMOUNTS.contains(field) ? comparing(BigDecimal::new) : naturalOrder();
    Comparator<VerifiedEvent> byValue =
        comparing(event -> event.fields().values().get(field), nullsFirst(values));
    return events.stream()
        .filter(event -> event.fields().values().containsKey(field))
        .max(
            comparingInt((VerifiedEvent event) -> rank(event, field))
                .thenComparing(BY_TRUST)
                .thenComparing(BY_TIME)
                .thenComparing(byValue))
        .map(event -> event.fields().values().get(field))
        .orElseThrow();
  }

  /** A refund's amount is not the order's. */
  private static int rank(VerifiedEvent event, String field) {
    return AMOUNTS.contains(field) && state(event) == State.REFUNDED ? 0 : state(event).rank();
  }

  private Set<State> terminalStates(Predicate<VerifiedEvent> condition) {
    return events.stream()
        .filter(condition)
        .flatMap(event -> Stream.of(Optional.of(state(event)), beside(event)))
        .flatMap(Optional::stream)
        .filter(State::isTerminal)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(State.class)));
  }

  /** The API cannot report {@code expired}; it reports failed or cancelled instead. */
  private static boolean isFetchedExpiry(State state, Set<State> signed) {
    return (state == State.FAILED || state == State.CANCELLED) && !signed.contains(state);
  }

  private static State state(VerifiedEvent event) {
    return event.status().state();
  }

  private static Optional<State> beside(VerifiedEvent event) {
    return Optional.ofNullable(event.status().stateAlongsideRefund());
  }

  private static TrustLevel trust(VerifiedEvent event) {
    return event.metadata().trust();
  }
}
