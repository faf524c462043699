package dev.rampline.ledger;

import dev.rampline.event.Channel;
import dev.rampline.event.EventFields;
import dev.rampline.event.EventMetadata;
import dev.rampline.event.Field;
import dev.rampline.event.State;
import dev.rampline.event.Subject;
import dev.rampline.event.TraceContext;
import dev.rampline.event.TrustLevel;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Generates records with every kind of content, including hostile texts. */
public final class RandomRecords {
  private static final List<State> TERMINAL_STATES =
      List.of(State.COMPLETED, State.FAILED, State.CANCELLED, State.EXPIRED);

  private final RandomGenerator random;
  private final HostileTextGenerator texts;

  public RandomRecords(RandomGenerator random) {
    this.random = random;
    this.texts = new HostileTextGenerator(random);
  }

  /** Returns a random first record of a subject. */
  public LedgerRecord first(Subject subject) {
    return new LedgerRecord(
        subject,
        new Revision(1, anyVersion(), some(Revision.MAX_WRITE_IDS, UUID::randomUUID), instant()),
        new RecordContent(
            currentStatus(subject.kind()), terminalStates(), fields(), pendingChecks()),
        some(LedgerRecord.MAX_TRANSITIONS, this::transition),
        last(),
        UnknownAttributes.NONE);
  }

  private CurrentStatus currentStatus(Subject.Kind kind) {
    if (kind == Subject.Kind.ORDER) {
      return new OrderStatus(any(State.values()), perhaps(this::precedence));
    }
    Set<State> reportedStates = new LinkedHashSet<>(some(5, () -> any(State.values())));
    return new KycStatus(
        any(State.values()),
        perhaps(this::precedence),
        perhaps(this::instant),
        random.nextBoolean(),
        reportedStates,
        perhaps(this::instant),
        perhaps(this::instant));
  }

  private TerminalStates terminalStates() {
    List<TerminalState> reported =
        TERMINAL_STATES.stream()
            .filter(state -> random.nextBoolean())
            .map(state -> new TerminalState(state, random.nextBoolean(), perhaps(this::instant)))
            .toList();
    return new TerminalStates(reported, random.nextBoolean(), perhaps(this::conflict));
  }

  private TerminalStateConflict conflict() {
    List<State> sides = TERMINAL_STATES.subList(0, 1 + random.nextInt(4));
    return new TerminalStateConflict(
        sides,
        perhaps(() -> any(State.values())),
        perhaps(() -> any(sides)),
        anyVersion(),
        perhaps(this::instant));
  }

  private FieldValues fields() {
    List<FieldPrecedence> tags = List.of(precedence(), precedence(), precedence());
    Map<String, FieldValue> values = new HashMap<>();
    Stream.concat(
            Stream.of(Field.values()).map(Field::text),
            Stream.of(
                EventFields.EXTRA_PREFIX + "loyaltyTier",
                EventFields.EXTRA_PREFIX + "ü",
                "fieldOfTomorrow"))
        .filter(name -> random.nextBoolean())
        .forEach(name -> values.put(name, new FieldValue(texts.next(), any(tags))));
    return FieldValues.of(
        values, new LinkedHashSet<>(some(EventFields.MAX_UNKNOWN_NAMES, texts::next)));
  }

  private PendingChecks pendingChecks() {
    return new PendingChecks(
        some(
            PendingChecks.MAX_UNVERIFIED_EVENTS,
            () ->
                new PendingUnverifiedEvent(
                    any(State.values()), any(Channel.values()), instant(), anyVersion())),
        new UnrecognizedTerms(some(UnrecognizedTerms.MAX_TERMS, texts::next), random.nextLong(3)),
        perhaps(this::instant),
        random.nextInt(3));
  }

  private Transition transition() {
    return new Transition(
        any(State.values()),
        anyVersion(),
        any(Channel.values()),
        perhaps(this::instant),
        instant());
  }

  private LastChange last() {
    return new LastChange(
        any(List.of("fields-updated", "conflict", "unrecognized", "unverified", "state-changed")),
        perhaps(() -> any(State.values())),
        perhaps(texts::next),
        perhaps(texts::next),
        perhaps(this::instant),
        new EventMetadata(
            any(Channel.values()),
            any(TrustLevel.values()),
            instant(),
            null,
            random.nextBoolean(),
            perhaps(() -> TraceContext.create(random))));
  }

  private FieldPrecedence precedence() {
    return new FieldPrecedence(
        random.nextInt(111), perhaps(this::instant), any(TrustLevel.values()));
  }

  private Instant instant() {
    return switch (random.nextInt(4)) {
      case 0 -> Instant.ofEpochSecond(random.nextLong(4_000_000_000L));
      case 1 -> Instant.ofEpochMilli(random.nextLong(4_000_000_000_000L));
      case 2 -> Instant.ofEpochSecond(-random.nextLong(1, 99_999), random.nextInt(999_999_999));
      default -> Instant.parse("9999-12-31T23:59:59.999999999Z");
    };
  }

  private long anyVersion() {
    return random.nextBoolean() ? random.nextLong(1, 30) : random.nextLong(1, Long.MAX_VALUE);
  }

  private <T> @Nullable T perhaps(Supplier<T> supplier) {
    return random.nextBoolean() ? supplier.get() : null;
  }

  /** Returns no, one, several, or the maximum number of elements. */
  private <T> List<T> some(int most, Supplier<T> supplier) {
    return Stream.generate(supplier).limit(any(List.of(0, 1, random.nextInt(most), most))).toList();
  }

  private <T> T any(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  private <T> T any(T[] choices) {
    return any(List.of(choices));
  }
}
