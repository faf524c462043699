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
 * What a record must come to once everything in a set was said, as specified in {@code
 * docs/architecture.md#state-transition-rules}, computed anew each time. It knows no order,
 * remembers nothing and shares nothing with {@link Lifecycle} but the words. KYC words are asked
 * for with a time, fetched ones without the version they were asked at.
 */
record ReferenceModel(Set<VerifiedEvent> events) {
  private static final Set<String> AMOUNTS =
      Set.of(Field.FIAT_AMOUNT.text(), Field.CRYPTO_AMOUNT.text());
  private static final Set<State> VERDICTS = Set.of(State.APPROVED, State.REJECTED, State.RETRY);
  private static final Comparator<VerifiedEvent> BY_TIME =
      comparing(VerifiedEvent::occurredAt, nullsFirst(Comparator.<Instant>naturalOrder()));
  private static final Comparator<VerifiedEvent> BY_AUTHENTICITY =
      comparing(word -> word.metadata().trust());
  private static final Comparator<VerifiedEvent> BY_RANK = comparingInt(word -> state(word).rank());
  private static final Comparator<VerifiedEvent> BY_VERDICT =
      comparing(word -> VERDICTS.contains(state(word)));
  private static final Comparator<VerifiedEvent> BY_NAME = comparing(word -> state(word).text());

  ReferenceModel(Collection<VerifiedEvent> said) {
    this(Set.copyOf(said));
  }

  /** Per field the greatest by rank, time, authenticity and value. */
  Map<String, String> details() {
    Map<String, String> details = new TreeMap<>();
    events.stream()
        .flatMap(word -> word.fields().values().keySet().stream())
        .forEach(field -> details.put(field, greatest(field)));
    return details;
  }

  /** Every name that nobody listed. */
  Set<String> unknownNames() {
    return events.stream()
        .flatMap(word -> word.fields().unknownNames().stream())
        .collect(Collectors.toSet());
  }

  /** Every final state, whether it was told alone or beside a refund. */
  Set<State> terminalStates() {
    return terminalStates(word -> true);
  }

  /** The finals that contradict each other, or the one that stands uncontradicted. */
  Set<State> sides() {
    Set<State> signed = terminalStates(word -> authenticity(word) == TrustLevel.SIGNED);
    boolean expired = signed.contains(State.EXPIRED);
    return terminalStates().stream()
        .map(end -> expired && isFetchedGuess(end, signed) ? State.EXPIRED : end)
        .collect(Collectors.toSet());
  }

  /** Whether a refund was told. */
  boolean refunded() {
    return events.stream().anyMatch(word -> state(word) == State.REFUNDED);
  }

  /** The state; empty where arrival may decide it, since a conflict is open. */
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
    Comparator<VerifiedEvent> people =
        BY_TIME.thenComparing(BY_VERDICT).thenComparing(BY_AUTHENTICITY).thenComparing(BY_NAME);
    return events.stream()
        .filter(word -> state(word) != State.UNKNOWN)
        .max(kyc ? people : orders)
        .map(ReferenceModel::state)
        .orElse(State.UNKNOWN);
  }

  private String greatest(String field) {
    Comparator<String> values =
        AMOUNTS.contains(field) ? comparing(BigDecimal::new) : naturalOrder();
    Comparator<VerifiedEvent> byValue =
        comparing(word -> word.fields().values().get(field), nullsFirst(values));
    return events.stream()
        .filter(word -> word.fields().values().containsKey(field))
        .max(
            comparingInt((VerifiedEvent word) -> rank(word, field))
                .thenComparing(BY_TIME)
                .thenComparing(BY_AUTHENTICITY)
                .thenComparing(byValue))
        .map(word -> word.fields().values().get(field))
        .orElseThrow();
  }

  /** A refund's amount is not the order's. */
  private static int rank(VerifiedEvent word, String field) {
    return AMOUNTS.contains(field) && state(word) == State.REFUNDED ? 0 : state(word).rank();
  }

  private Set<State> terminalStates(Predicate<VerifiedEvent> told) {
    return events.stream()
        .filter(told)
        .flatMap(word -> Stream.of(Optional.of(state(word)), beside(word)))
        .flatMap(Optional::stream)
        .filter(State::isTerminal)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(State.class)));
  }

  /** The API cannot say expired: it says failed or cancelled for it. */
  private static boolean isFetchedGuess(State end, Set<State> signed) {
    return (end == State.FAILED || end == State.CANCELLED) && !signed.contains(end);
  }

  private static State state(VerifiedEvent word) {
    return word.status().state();
  }

  private static Optional<State> beside(VerifiedEvent word) {
    return Optional.ofNullable(word.status().stateAlongsideRefund());
  }

  private static TrustLevel authenticity(VerifiedEvent word) {
    return word.metadata().trust();
  }
}
