package dev.rampline.lifecycle;

import dev.rampline.ledger.LedgerRecord;
import dev.rampline.observation.Channel;
import dev.rampline.observation.Claim;
import dev.rampline.observation.Observation;
import dev.rampline.observation.Reception;
import dev.rampline.observation.State;
import dev.rampline.observation.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A record's life under given rules; each thing that comes is received a minute after the last. */
final class History {
  private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

  private final Rules rules;
  private final Subject subject;
  private final List<Change> changes = new ArrayList<>();
  private @Nullable LedgerRecord record;

  History(Rules rules, Subject subject) {
    this.rules = rules;
    this.subject = subject;
  }

  /** The life of a record to which all these words come, in this order. */
  static History of(Rules rules, List<Observation> words) {
    History history = new History(rules, words.getFirst().subject());
    words.forEach(word -> history.take(new Step.Say(word)));
    return history;
  }

  /** The life of a record to which all this comes, in this order. */
  static History of(Rules rules, Subject subject, List<Step> steps) {
    History history = new History(rules, subject);
    steps.forEach(history::take);
    return history;
  }

  /** Lets the next thing come. */
  Change take(Step step) {
    Change change =
        switch (step) {
          case Step.Say(Observation word) -> hear(word, null);
          case Step.Read(Observation word, int ago) -> hear(word, Math.max(0, version() - ago));
          case Step.Whisper(State state) -> whisper(state);
        };
    changes.add(change);
    record = change.after();
    return change;
  }

  List<Change> changes() {
    return List.copyOf(changes);
  }

  /** The changes that authenticated words made. */
  List<Change.ByWord> words() {
    return changes.stream()
        .filter(Change.ByWord.class::isInstance)
        .map(Change.ByWord.class::cast)
        .toList();
  }

  /** The changes that claims made. */
  List<Change.ByClaim> claims() {
    return changes.stream()
        .filter(Change.ByClaim.class::isInstance)
        .map(Change.ByClaim.class::cast)
        .toList();
  }

  /** The record as it stands; something has come to it. */
  LedgerRecord record() {
    return Objects.requireNonNull(record, "Nothing was written");
  }

  long version() {
    return Optional.ofNullable(record).map(LedgerRecord::version).orElse(0L);
  }

  private Change hear(Observation word, @Nullable Long askedAtVersion) {
    Reception said = word.reception();
    Reception now =
        new Reception(
            said.channel(), said.authenticity(), receivedAt(), askedAtVersion, false, null);
    Observation heard =
        new Observation(word.subject(), word.word(), word.details(), word.occurredAt(), now);
    return new Change.ByWord(record, heard, rules.decide(record, heard));
  }

  private Change whisper(State state) {
    Claim claim = new Claim(subject, state, Channel.SOCKET, receivedAt());
    return new Change.ByClaim(record, claim, rules.claim(record, claim));
  }

  private Instant receivedAt() {
    return START.plus(Duration.ofMinutes(changes.size()));
  }
}
