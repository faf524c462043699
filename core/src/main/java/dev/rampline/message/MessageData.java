package dev.rampline.message;

import dev.rampline.json.Json;
import dev.rampline.json.Members;
import dev.rampline.ledger.Conflict;
import dev.rampline.ledger.LastWord;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.ledger.StandingClaim;
import dev.rampline.observation.Details;
import dev.rampline.observation.Field;
import dev.rampline.observation.State;
import dev.rampline.observation.Subject;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** The whole current state of a record, as consumers read it (design §5). */
final class MessageData {
  /**
   * How many extra fields a message carries, the first in natural order. A setting lists fewer, but
   * a record keeps what earlier settings listed; with more, 1,024 characters each, all escaped, a
   * message would outgrow the queue's limit.
   */
  static final int MAX_EXTRA = 20;

  private static final Set<Field> KYC_FIELDS =
      EnumSet.of(Field.PARTNER_CUSTOMER_ID, Field.PARTNER_USER_ID, Field.USER_ID);
  private static final Set<Field> ORDER_FIELDS = EnumSet.complementOf(EnumSet.copyOf(KYC_FIELDS));

  private MessageData() {}

  static Json.Obj of(LedgerRecord record) {
    Members data = new Members();
    addStanding(data, record);
    addFacts(data, record);
    return data.object();
  }

  private static void addStanding(Members data, LedgerRecord record) {
    LastWord last = record.last();
    data.with("subject", record.subject().text())
        .with("kind", record.subject().kind().text())
        .with("state", record.state().text())
        .with("previousState", text(last.previousState()))
        .with("rawStatus", last.rawStatus())
        .with("eventName", last.eventName())
        .with("channel", last.channel().text())
        .with("trust", last.authenticity().text())
        .with("occurredAt", last.occurredAt())
        .with("receivedAt", last.receivedAt())
        .with("version", record.version())
        .with("conflict", conflict(record.finals().conflict()))
        .with("unverified", claims(record.concerns().claims()))
        .with("backfill", last.backfill());
  }

  private static void addFacts(Members data, LedgerRecord record) {
    SortedMap<String, String> facts = record.facts().plain();
    boolean order = record.subject().kind() == Subject.Kind.ORDER;
    for (Field field : order ? ORDER_FIELDS : KYC_FIELDS) {
      data.with(field.text(), facts.get(field.text()));
    }
    if (!order) {
      data.with("confirmed", record.standing().confirmed());
    }
    Members extra = extra(facts);
    if (!extra.isEmpty()) {
      data.with("extra", extra.object());
    }
  }

  private static Members extra(SortedMap<String, String> facts) {
    Members extra = new Members();
    facts.entrySet().stream()
        .filter(fact -> fact.getKey().startsWith(Details.EXTRA))
        .limit(MAX_EXTRA)
        .forEach(fact -> extra.with(nameOf(fact), fact.getValue()));
    return extra;
  }

  private static String nameOf(Map.Entry<String, String> extraFact) {
    return extraFact.getKey().substring(Details.EXTRA.length());
  }

  private static Json conflict(@Nullable Conflict conflict) {
    if (conflict == null) {
      return new Json.Null();
    }
    State settled = conflict.settled();
    List<Json> finals = conflict.finals().stream().<Json>map(MessageData::json).toList();
    return new Members()
        .with("finals", new Json.Arr(finals))
        .with("settled", settled == null ? new Json.Null() : json(settled))
        .object();
  }

  private static Json claims(List<StandingClaim> claims) {
    return new Json.Arr(claims.stream().<Json>map(MessageData::claim).toList());
  }

  private static Json.Obj claim(StandingClaim claim) {
    return new Members()
        .with("state", claim.state().text())
        .with("channel", claim.channel().text())
        .with("receivedAt", claim.receivedAt())
        .object();
  }

  private static Json.Text json(State state) {
    return new Json.Text(state.text());
  }

  private static @Nullable String text(@Nullable State state) {
    return state == null ? null : state.text();
  }
}
