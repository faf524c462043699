package dev.rampline.browser;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;

/** Hostile texts in every field of genuine events. */
final class HostileTexts {
  private static final JsonMapper MAPPER = new JsonMapper();

  static final List<String> TEXTS =
      List.of(
          "<img src=x onerror=executed('img')><script>executed('script')</script>",
          "\"'`><svg/onload=executed('svg')><iframe srcdoc=\"<script>top.executed(1)</script>\">",
          "W".repeat(1_024),
          "\u202Egnp.exe\u202C\u2066\u2067right to left",
          "Z" + "\u0301\u0489".repeat(200),
          "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67 \uD83C\uDFF4 \uD83D\uDE00".repeat(20),
          "a\u0000b\u0007c\u001b[31md\u0085e\u200b\ufeff\nf\tg",
          "javascript:executed('url')",
          "${executed(1)}{{executed(2)}}&lt;b&gt;%3Cscript%3E");

  private HostileTexts() {}

  /**
   * Returns payloads with each text: an order with hostile fields, an order with hostile names and
   * statuses, and a customer.
   */
  static Stream<String> payloads() {
    return TEXTS.stream().flatMap(text -> Stream.of(fields(text), names(text), customer(text)));
  }

  private static String fields(String text) {
    ObjectNode data = MAPPER.createObjectNode().put("status", "FAILED");
    data.put("id", text);
    fill(data, text);
    return event("ORDER_FAILED", data);
  }

  private static String names(String text) {
    ObjectNode data = MAPPER.createObjectNode().put("status", text);
    data.put("id", "hostile-" + TEXTS.indexOf(text));
    fill(data, text);
    return event(text, data);
  }

  private static void fill(ObjectNode data, String text) {
    Stream.of(
            "partnerOrderId",
            "transactionHash",
            "walletAddress",
            "fromWalletAddress",
            "failureMessage",
            "failureReason",
            "fiatCurrency",
            "cryptoCurrency",
            "network",
            "paymentMethod",
            text)
        .forEach(name -> data.put(name, text));
    data.put("fiatAmount", 100).put("cryptoAmount", 0.5);
  }

  private static String customer(String text) {
    ObjectNode data = MAPPER.createObjectNode().put("kycStatus", "REJECTED");
    data.put("eventID", "KYC_REJECTED").put("partnerCustomerId", text).put("partnerUserId", text);
    data.put("rejectReason", text).put("reason", text);
    return event("KYC_REJECTED", data);
  }

  private static String event(String name, ObjectNode data) {
    ObjectNode event = MAPPER.createObjectNode().put("eventName", name);
    event.set("data", data);
    return event.toString();
  }
}
