package dev.rampline.fuzzing;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rampline.decoding.ApiResponseDecoder;
import dev.rampline.decoding.DecodingResult;
import dev.rampline.decoding.DecodingResult.NoSubject;
import dev.rampline.decoding.DecodingResult.WithEvent;
import dev.rampline.decoding.WebhookDecoder;
import dev.rampline.event.EventMetadata;
import dev.rampline.event.VerifiedEvent;
import dev.rampline.ingest.RetryDocument;
import dev.rampline.json.Json;
import dev.rampline.json.JsonReader;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** Checks that a decoder takes fields from the signed payload only. */
final class DecoderTarget implements FuzzTarget {
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final Duration MAX_CLOCK_SKEW = Duration.ofMinutes(10);
  private static final String CANARY = "canary-of-a-person";
  private static final Set<String> EXTRA = Set.of("tier");

  private final BiFunction<Json.Obj, EventMetadata, DecodingResult> decoder;
  private final ApiResponseDecoder responseDecoder = new ApiResponseDecoder(EXTRA);
  private final EventMetadata webhookMetadata = EventMetadata.ofWebhook(NOW, null);

  DecoderTarget() {
    this(new WebhookDecoder(EXTRA)::decode);
  }

  /** With this decoder instead of the webhook decoder. */
  DecoderTarget(BiFunction<Json.Obj, EventMetadata, DecodingResult> decoder) {
    this.decoder = decoder;
  }

  @Override
  public void check(byte[] input) {
    Optional<Json> json = JsonReader.read(input);
    if (json.isEmpty()) {
      return;
    }
    checkResponses(json.get());
    if (json.get() instanceof Json.Obj payload) {
      checkPayload(payload, JsonTokens.of(new String(input, UTF_8)).orElseThrow());
    }
  }

  private void checkPayload(Json.Obj payload, JsonTokens tokens) {
    DecodingResult decoding = decoder.apply(payload, webhookMetadata);
    PropertyViolation.throwUnless(
        decoding.equals(decoder.apply(payload, webhookMetadata)), "decoding is deterministic");
    switch (decoding) {
      case NoSubject() -> {}
      case WithEvent(VerifiedEvent event, int leftOut) -> {
        PropertyViolation.throwUnless(leftOut >= 0, "omitted fields are counted");
        new PayloadFieldChecker(tokens).check(event);
        checkTime(event);
        checkRetryDocument(event);
        checkPrivacy(payload, tokens);
      }
    }
  }

  private static void checkTime(VerifiedEvent event) {
    Instant occurredAt = event.occurredAt();
    PropertyViolation.throwUnless(
        occurredAt == null || !occurredAt.isAfter(NOW.plus(MAX_CLOCK_SKEW)),
        "no event is in the future");
  }

  private static void checkRetryDocument(VerifiedEvent event) {
    PropertyViolation.throwUnless(
        RetryDocument.read(RetryDocument.write(event)).equals(Optional.of(event)),
        "the retry document preserves the event");
  }

  /** Checks that an unlisted field leaves nothing but its name. */
  private void checkPrivacy(Json.Obj payload, JsonTokens tokens) {
    if (tokens.all().stream().anyMatch(token -> token.text().contains(CANARY))) {
      return;
    }
    if (decoder.apply(withCanaries(payload), webhookMetadata)
        instanceof WithEvent(VerifiedEvent event, int _)) {
      PropertyViolation.throwUnless(
          !RetryDocument.write(event).contains(CANARY), "personal data is not kept");
    }
  }

  /** Returns the object with a canary in it and in each nested object. */
  private static Json.Obj withCanaries(Json.Obj object) {
    Map<String, Json> members = new LinkedHashMap<>(object.members());
    members.replaceAll(
        (_, member) -> member instanceof Json.Obj inner ? withCanaries(inner) : member);
    members.put("email", new Json.Text(CANARY));
    return new Json.Obj(members);
  }

  private void checkResponses(Json json) {
    EventMetadata fetched = EventMetadata.ofLookup(NOW, 1, false);
    responseDecoder
        .order(json, "order-1", fetched)
        .ifPresent(
            order ->
                PropertyViolation.throwUnless(
                    order.event().subject().text().equals("order/order-1"),
                    "a response is about the requested order"));
    responseDecoder
        .kyc(json, "customer-1", fetched)
        .ifPresent(
            event ->
                PropertyViolation.throwUnless(
                    event.subject().text().equals("kyc/customer/customer-1"),
                    "a response is about the requested customer"));
    responseDecoder
        .orders(json, EventMetadata.ofListRow(NOW, true))
        .ifPresent(
            page ->
                PropertyViolation.throwUnless(
                    page.omittedRows() >= 0, "unreadable rows are counted"));
  }
}
