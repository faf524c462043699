package dev.rampline.bench.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rampline.decoding.AnswerDecoder;
import dev.rampline.decoding.Decoding;
import dev.rampline.decoding.Decoding.NoSubject;
import dev.rampline.decoding.Decoding.Observed;
import dev.rampline.decoding.WebhookDecoder;
import dev.rampline.ingest.SpillDocument;
import dev.rampline.json.Json;
import dev.rampline.json.JsonReader;
import dev.rampline.observation.Observation;
import dev.rampline.observation.Reception;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** Whatever is signed, a decoder makes facts of it that stand there, or nothing. */
final class DecoderTarget implements FuzzTarget {
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final Duration AHEAD = Duration.ofMinutes(10);
  private static final String CANARY = "canary-of-a-person";
  private static final Set<String> EXTRA = Set.of("tier");

  private final BiFunction<Json.Obj, Reception, Decoding> decoder;
  private final AnswerDecoder answers = new AnswerDecoder(EXTRA);
  private final Reception signed = Reception.ofWebhook(NOW, null);

  DecoderTarget() {
    this(new WebhookDecoder(EXTRA)::decode);
  }

  /** With that in the place of the webhooks' decoder. */
  DecoderTarget(BiFunction<Json.Obj, Reception, Decoding> decoder) {
    this.decoder = decoder;
  }

  @Override
  public void check(byte[] input) {
    Optional<Json> json = JsonReader.read(input);
    if (json.isEmpty()) {
      return;
    }
    checkAnswers(json.get());
    if (json.get() instanceof Json.Obj payload) {
      checkPayload(payload, Tokens.of(new String(input, UTF_8)).orElseThrow());
    }
  }

  private void checkPayload(Json.Obj payload, Tokens tokens) {
    Decoding decoding = decoder.apply(payload, signed);
    Finding.unless(decoding.equals(decoder.apply(payload, signed)), "it is decoded the same");
    switch (decoding) {
      case NoSubject() -> {}
      case Observed(Observation observation, int leftOut) -> {
        Finding.unless(leftOut >= 0, "what is left out is counted");
        new Facts(tokens).check(observation);
        checkTime(observation);
        checkSpilled(observation);
        checkPrivacy(payload, tokens);
      }
    }
  }

  private static void checkTime(Observation observation) {
    Instant occurredAt = observation.occurredAt();
    Finding.unless(
        occurredAt == null || !occurredAt.isAfter(NOW.plus(AHEAD)), "no event is of the future");
  }

  private static void checkSpilled(Observation observation) {
    Finding.unless(
        SpillDocument.read(SpillDocument.write(observation)).equals(Optional.of(observation)),
        "the spill gives back what was put in");
  }

  /** What stands under a name that nobody lists leaves nothing but that name. */
  private void checkPrivacy(Json.Obj payload, Tokens tokens) {
    if (tokens.all().stream().anyMatch(token -> token.text().contains(CANARY))) {
      return;
    }
    if (decoder.apply(withCanaries(payload), signed) instanceof Observed(Observation word, int _)) {
      Finding.unless(!SpillDocument.write(word).contains(CANARY), "personal data stops here");
    }
  }

  /** With one in it, and in each object of it. */
  private static Json.Obj withCanaries(Json.Obj object) {
    Map<String, Json> members = new LinkedHashMap<>(object.members());
    members.replaceAll(
        (_, member) -> member instanceof Json.Obj inner ? withCanaries(inner) : member);
    members.put("email", new Json.Text(CANARY));
    return new Json.Obj(members);
  }

  private void checkAnswers(Json json) {
    Reception fetched = Reception.ofAnswer(NOW, 1, false);
    answers
        .order(json, "order-1", fetched)
        .ifPresent(
            order ->
                Finding.unless(
                    order.observation().subject().text().equals("order/order-1"),
                    "an answer is about the order that was asked for"));
    answers
        .kyc(json, "customer-1", fetched)
        .ifPresent(
            word ->
                Finding.unless(
                    word.subject().text().equals("kyc/customer/customer-1"),
                    "an answer is about the customer who was asked for"));
    answers
        .orders(json, Reception.ofRow(NOW, true))
        .ifPresent(page -> Finding.unless(page.leftOut() >= 0, "what is unreadable is counted"));
  }
}
