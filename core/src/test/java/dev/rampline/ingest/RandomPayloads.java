package dev.rampline.ingest;

import dev.rampline.decoding.DecodingResult;
import dev.rampline.decoding.Vocabulary;
import dev.rampline.decoding.VocabularyReader;
import dev.rampline.decoding.WebhookDecoder;
import dev.rampline.event.EventFields;
import dev.rampline.event.EventMetadata;
import dev.rampline.event.TraceContext;
import dev.rampline.event.VerifiedEvent;
import dev.rampline.json.Json;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Random webhook payloads of every kind of event, with hostile values, and what they decode to. */
final class RandomPayloads {
  private static final List<String> MEMBERS =
      List.of(
          "orderId",
          "id",
          "partnerCustomerId",
          "partnerUserId",
          "userId",
          "partnerOrderId",
          "status",
          "orderStatus",
          "kycStatus",
          "timestamp",
          "updatedAt",
          "createdAt",
          "completedAt",
          "productsAvailed",
          "isBuyOrSell",
          "fiatAmount",
          "cryptoAmount",
          "networkFee",
          "exchangeRate",
          "fiatCurrency",
          "network",
          "walletAddress",
          "fromWalletAddress",
          "transactionHash",
          "paymentMethod",
          "reason",
          "errorCode",
          "tier",
          "email",
          "unknown");
  private static final List<String> TEXTS =
      List.of(
          "ORDER_CREATED",
          "ORDER_PROCESSING",
          "ORDER_COMPLETED",
          "ORDER_REFUNDED",
          "KYC_APPROVED",
          "KYC_REJECTED",
          "KYC_SUBMITTED",
          "ORDER_SETTLED",
          "KYC_NOVEL",
          "PING",
          "COMPLETED",
          "PROCESSING",
          "FAILED",
          "EXPIRED",
          "APPROVED",
          "REJECTED",
          "SETTLED",
          "buy",
          "SELL",
          "1",
          "-0.10",
          "1e30",
          "1e-30",
          "1700000000123",
          "1700000000.5",
          "2026-03-01T10:00:00Z",
          "2026-03-01T12:00:00.000000001+02:00",
          "2026-03-01T10:10:01.000000002Z",
          "9999-12-31T23:59:59Z",
          "1970-01-01T00:00:00Z",
          " o-1 ",
          "o-1");
  private static final List<String> NAMES = TEXTS.subList(0, 9);
  private static final WebhookDecoder DOCUMENTED =
      new WebhookDecoder(Vocabulary.DOCUMENTED, Set.of("tier"));
  private static final WebhookDecoder EXTENDED =
      new WebhookDecoder(
          new Vocabulary(
              VocabularyReader.read(
                  """
                  {"events":{"ORDER_SETTLED":"completed","KYC_NOVEL":"retry"},
                  "orderStatuses":{"SETTLED":"completed"}}""")),
          Set.of());
  private static final Instant RECEIVED_AT = Instant.parse("2026-03-01T10:00:01.000000002Z");

  private int decoded;

  /** Decodes a random payload; empty if it has no subject, or several. */
  Optional<VerifiedEvent> event(Random random) {
    EventMetadata metadata =
        EventMetadata.ofWebhook(
            RECEIVED_AT, random.nextBoolean() ? TraceContext.create(random) : null);
    WebhookDecoder decoder = random.nextBoolean() ? DOCUMENTED : EXTENDED;
    if (decoder.decode(payload(random), metadata)
        instanceof DecodingResult.WithEvent(VerifiedEvent event, int _, boolean _)) {
      decoded++;
      return Optional.of(event);
    }
    return Optional.empty();
  }

  /** Returns how many payloads became events. */
  int decoded() {
    return decoded;
  }

  private static Json.Obj payload(Random random) {
    Map<String, Json> body = new LinkedHashMap<>();
    int members = random.nextInt(12);
    for (int member = 0; member < members; member++) {
      body.put(MEMBERS.get(random.nextInt(MEMBERS.size())), value(random));
    }
    body.put(MEMBERS.get(random.nextInt(5)), new Json.Text(text(random)));
    if (random.nextInt(8) == 0) {
      for (int name = 0; name <= EventFields.MAX_UNKNOWN_NAMES; name++) {
        body.put("n" + name, new Json.Null());
      }
    }
    Map<String, Json> root = new LinkedHashMap<>();
    if (random.nextInt(8) > 0) {
      root.put("eventName", new Json.Text(name(random)));
    }
    root.put("data", new Json.Obj(body));
    return new Json.Obj(root);
  }

  private static String name(Random random) {
    return random.nextInt(8) == 0 ? hostile(random) : NAMES.get(random.nextInt(NAMES.size()));
  }

  private static Json value(Random random) {
    return switch (random.nextInt(8)) {
      case 0 -> new Json.Bool(random.nextBoolean());
      case 1 -> new Json.Num(Long.toString(random.nextLong()));
      case 2 -> new Json.Obj(Map.of("amount", new Json.Text(text(random))));
      case 3 -> new Json.Num(random.nextGaussian() + "");
      default -> new Json.Text(text(random));
    };
  }

  private static String text(Random random) {
    return random.nextInt(3) == 0 ? hostile(random) : TEXTS.get(random.nextInt(TEXTS.size()));
  }

  /** Returns random UTF-16 code units, including unpaired surrogates, or much space. */
  private static String hostile(Random random) {
    int length = random.nextInt(random.nextInt(4) == 0 ? 2 * EventFields.MAX_TEXT : 20);
    int units = random.nextInt(3) == 0 ? 'a' : Character.MAX_VALUE + 1;
    StringBuilder text = new StringBuilder();
    random
        .ints(length, units == 'a' ? ' ' - 1 : 0, units)
        .forEach(unit -> text.append((char) unit));
    return text.toString();
  }
}
