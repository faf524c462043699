package dev.rampline.lifecycle;

import static dev.rampline.lifecycle.Defect.mishears;
import static dev.rampline.lifecycle.Defect.misjudges;
import static dev.rampline.lifecycle.Defect.misrecords;
import static dev.rampline.lifecycle.Defect.misremembers;
import static java.util.stream.Collectors.toMap;

import dev.rampline.ledger.Concerns;
import dev.rampline.ledger.Conflict;
import dev.rampline.ledger.Fact;
import dev.rampline.ledger.FinalState;
import dev.rampline.ledger.Finals;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.ledger.Standing;
import dev.rampline.ledger.Told;
import dev.rampline.observation.Authenticity;
import dev.rampline.observation.Claim;
import dev.rampline.observation.Details;
import dev.rampline.observation.Observation;
import dev.rampline.observation.Reception;
import dev.rampline.observation.State;
import dev.rampline.observation.Subject;
import dev.rampline.observation.Word;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The mistakes that the properties must not let pass. */
final class Defects {
  private static final Told UNTAGGED = new Told(0, null, Authenticity.CLAIMED);

  private Defects() {}

  static List<Defect> all() {
    return List.of(
        misremembers("an order is ranked by arrival", forgettingWhatStands(Subject.Kind.ORDER)),
        misremembers("KYC follows arrival", forgettingWhatStands(Subject.Kind.KYC)),
        ValueDefect.keeping("the smaller of two values is kept", Comparator.reverseOrder()),
        ValueDefect.keeping("amounts are compared as text", Comparator.naturalOrder()),
        mishears("times are ignored", (held, word) -> Altered.with(word, (Instant) null)),
        mishears("the clock stands in for a missing time", (held, word) -> clocked(word)),
        mishears("old readings settle", Defects::askedJustNow),
        misrecords("tags are dropped", Defects::untagged),
        misrecords("a second final is forgotten", Defects::withoutSecondFinal),
        misrecords("who told a final is forgotten", Defects::withoutSignatures),
        misrecords("a refund is a side of a conflict", Defects::sidingWithRefund),
        misrecords("claims are forgotten", held -> new Altered(held).with(Concerns.NONE)),
        misrecords("versions skip", held -> new Altered(held).withVersion(2 * held.version())),
        misjudges("claims are believed", Defects::believed));
  }

  private static BiFunction<LedgerRecord, Observation, LedgerRecord> forgettingWhatStands(
      Subject.Kind kind) {
    return (held, word) ->
        word.subject().kind() == kind ? new Altered(held).with(Standing.NONE) : held;
  }

  private static Observation clocked(Observation word) {
    return word.occurredAt() == null ? Altered.with(word, word.reception().receivedAt()) : word;
  }

  private static Observation askedJustNow(LedgerRecord held, Observation word) {
    Reception said = word.reception();
    Long asked = said.authenticity() == Authenticity.FETCHED ? held.version() : null;
    return Altered.with(
        word,
        new Reception(said.channel(), said.authenticity(), said.receivedAt(), asked, false, null));
  }

  private static LedgerRecord untagged(LedgerRecord held) {
    return new Altered(held)
        .with(
            held.facts().values().entrySet().stream()
                .collect(
                    toMap(Map.Entry::getKey, fact -> new Fact(fact.getValue().value(), UNTAGGED))));
  }

  private static LedgerRecord withoutSecondFinal(LedgerRecord held) {
    List<FinalState> first = held.finals().told().stream().limit(1).toList();
    return new Altered(held).with(new Finals(first, held.finals().refunded(), null));
  }

  private static LedgerRecord withoutSignatures(LedgerRecord held) {
    Finals finals = held.finals();
    List<FinalState> unsigned =
        finals.told().stream().map(end -> new FinalState(end.state(), false)).toList();
    return new Altered(held).with(new Finals(unsigned, finals.refunded(), finals.conflict()));
  }

  private static LedgerRecord sidingWithRefund(LedgerRecord held) {
    Finals finals = held.finals();
    if (!finals.refunded() || finals.told().isEmpty()) {
      return held;
    }
    List<State> sides = Stream.concat(finals.sides().stream(), Stream.of(State.REFUNDED)).toList();
    Conflict conflict = new Conflict(sides, null, held.version());
    return new Altered(held).with(new Finals(finals.told(), true, conflict));
  }

  private static Decision believed(@Nullable LedgerRecord record, Claim claim) {
    Word word = new Word(claim.state(), null, null, null, null);
    Reception reception = Reception.ofWebhook(claim.receivedAt(), null);
    Observation believed = new Observation(claim.subject(), word, Details.NONE, null, reception);
    return new Rules.Sound().decide(record, believed);
  }
}
