package dev.rampline.decoding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.event.EventFields;
import dev.rampline.event.VerifiedEvent;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Decoding returns a value within all limits, whatever a known field contains. */
class HostileFieldsTest {
  private static final String CANARY = "canary-4711";

  /** These members contain the payload, not a field value. */
  private static final Set<String> PARTS = Set.of("data", "webhookData");

  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "false",
          "0",
          "-0",
          "-1.50",
          "1e999999999",
          "-1e-999999999",
          "9".repeat(2_000),
          "\"\"",
          "\" \"",
          "\"\\u0000\"",
          "\"\\ud83d\"",
          "\"" + "é".repeat(2_000) + "\"",
          "\"" + "\\ud83d\\ude00".repeat(600) + "\"",
          "\"1e999999999\"",
          "\"+10000-01-01T00:00:00Z\"",
          "[]",
          "[\"" + CANARY + "\"]",
          "{}",
          "{\"id\":\"" + CANARY + "\",\"status\":{\"a\":\"" + CANARY + "\"}}",
          "{\"a\":{\"b\":[{\"c\":\"" + CANARY + "\"}]}}");

  private static final List<String> SHAPES =
      List.of(
          "{'data':{'id':'o',%s}}",
          "{'data':{%s},'orderId':'o'}",
          "{'orderId':'o',%s}",
          "{%s}",
          "{'eventID':'KYC_APPROVED','webhookData':{'userId':'u',%s}}",
          "{'orderId':'o','webhookData':{%s}}",
          "{'data':{'partnerCustomerId':'c'},%s}");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "eventName",
        "event",
        "eventID",
        "eventId",
        "timestamp",
        "status",
        "kycStatus",
        "newStatus",
        "orderId",
        "id",
        "_id",
        "partnerOrderId",
        "productsAvailed",
        "isBuyOrSell",
        "fiatAmount",
        "fiatCurrency",
        "cryptoAmount",
        "cryptoCurrency",
        "cryptocurrency",
        "network",
        "toWalletAddress",
        "walletAddress",
        "fromWalletAddress",
        "transactionHash",
        "txHash",
        "transactionLink",
        "paymentMethod",
        "paymentOptionId",
        "failureMessage",
        "reason",
        "statusReason",
        "cancelReason",
        "errorCode",
        "cancelledBy",
        "createdAt",
        "updatedAt",
        "completedAt",
        "partnerCustomerId",
        "partnerUserId",
        "userId",
        "data",
        "webhookData",
        "iat",
        "listed",
        "unknown"
      })
  void anyValue_underAnyName_inAnyShape_isDecodedWithinLimits(String name) {
    for (String shape : SHAPES) {
      for (String value : VALUES) {
        if (!shape.contains("'" + name + "'")) {
          String payload = shape.formatted("'" + name + "':" + value).replace('\'', '"');
          DecodingResult decoding = TestDecoder.decoding(payload, "listed");
          assertBounded(decoding);
          assertThat(PARTS.contains(name) || !decoding.toString().contains(CANARY)).isTrue();
        }
      }
    }
  }

  private static void assertBounded(DecodingResult decoding) {
    if (decoding instanceof DecodingResult.WithEvent(VerifiedEvent event, int leftOut)) {
      assertThat(leftOut).isBetween(0, 2);
      assertThat(event.fields().values().values()).allMatch(HostileFieldsTest::isKeepable);
    }
  }

  private static boolean isKeepable(String value) {
    return !value.isEmpty()
        && value.length() <= EventFields.MAX_TEXT
        && value.equals(Excerpt.of(value));
  }
}
