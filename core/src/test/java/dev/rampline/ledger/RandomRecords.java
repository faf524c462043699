package dev.rampline.ledger;

import dev.rampline.observation.Authenticity;
import dev.rampline.observation.Channel;
import dev.rampline.observation.Details;
import dev.rampline.observation.Field;
import dev.rampline.observation.State;
import dev.rampline.observation.Subject;
import dev.rampline.observation.TraceContext;
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

/** A family of records in which everything that a record can hold turns up, the hostile too. */
public final class RandomRecords {
  private static final List<State> FINALS =
      List.of(State.COMPLETED, State.FAILED, State.CANCELLED, State.EXPIRED);

  private final RandomGenerator random;
  private final HostileTexts texts;

  public RandomRecords(RandomGenerator random) {
    this.random = random;
    this.texts = new HostileTexts(random);
  }

  /** Any first record of that subject. */
  public LedgerRecord first(Subject subject) {
    return new LedgerRecord(
        subject,
        new Revision(1, anyVersion(), some(Revision.MAX_WRITES, UUID::randomUUID), instant()),
        standing(),
        finals(),
        facts(),
        concerns(),
        some(LedgerRecord.MAX_TRANSITIONS, this::transition),
        last(),
        Carried.NONE);
  }

  private Standing standing() {
    Set<State> everTold = new LinkedHashSet<>(some(5, () -> any(State.values())));
    return new Standing(
        any(State.values()),
        perhaps(this::told),
        perhaps(this::instant),
        random.nextBoolean(),
        everTold);
  }

  private Finals finals() {
    List<FinalState> told =
        FINALS.stream()
            .filter(state -> random.nextBoolean())
            .map(state -> new FinalState(state, random.nextBoolean()))
            .toList();
    return new Finals(told, random.nextBoolean(), perhaps(this::conflict));
  }

  private Conflict conflict() {
    List<State> sides = FINALS.subList(0, 2 + random.nextInt(3));
    return new Conflict(sides, perhaps(() -> any(sides)), anyVersion());
  }

  private Facts facts() {
    List<Told> tags = List.of(told(), told(), told());
    Map<String, Fact> values = new HashMap<>();
    Stream.concat(
            Stream.of(Field.values()).map(Field::text),
            Stream.of(Details.EXTRA + "loyaltyTier", Details.EXTRA + "ü", "fieldOfTomorrow"))
        .filter(name -> random.nextBoolean())
        .forEach(name -> values.put(name, new Fact(texts.next(), any(tags))));
    return Facts.of(values, new LinkedHashSet<>(some(Details.MAX_UNKNOWN_NAMES, texts::next)));
  }

  private Concerns concerns() {
    return new Concerns(
        some(
            Concerns.MAX_CLAIMS,
            () ->
                new StandingClaim(
                    any(State.values()), any(Channel.values()), instant(), anyVersion())),
        new Unrecognised(some(Unrecognised.MAX_TERMS, texts::next), random.nextLong(3)),
        perhaps(this::instant));
  }

  private Transition transition() {
    return new Transition(
        any(State.values()),
        anyVersion(),
        any(Channel.values()),
        perhaps(this::instant),
        instant());
  }

  private LastWord last() {
    return new LastWord(
        any(List.of("fields-updated", "conflict", "unrecognized", "unverified", "state-changed")),
        perhaps(() -> any(State.values())),
        perhaps(texts::next),
        perhaps(texts::next),
        any(Channel.values()),
        any(Authenticity.values()),
        perhaps(this::instant),
        instant(),
        random.nextBoolean(),
        perhaps(() -> TraceContext.drawnFrom(random)));
  }

  private Told told() {
    return new Told(random.nextInt(111), perhaps(this::instant), any(Authenticity.values()));
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

  /** None, one, any number, or as many as there may be. */
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
