package dev.rampline.benchmark;

import dev.rampline.verification.WebhookVerifier;

/** Payloads as in {@code events/payloads}, without white space. */
final class BenchmarkPayload {
  /** A JWT of a larger payload would exceed the limit of the body. */
  private static final int MAX_BYTES = WebhookVerifier.MAX_BODY_BYTES / 4 * 3 - 128;

  private BenchmarkPayload() {}

  static String orderCreated() {
    return """
        {"eventName":"ORDER_CREATED","data":{"partnerOrderId":"your-order-123",\
        "id":"OZZOBiT-order-abc","status":"AWAITING_PAYMENT_FROM_USER","productsAvailed":"BUY",\
        "fiatCurrency":"USD","fiatAmount":100.00,"cryptoCurrency":"ETH","network":"ethereum",\
        "toWalletAddress":"0x742d35Cc6634C0532925a3b844Bc9e7595f8bD21",\
        "createdAt":"2024-01-15T10:30:00Z"}}""";
  }

  /** Returns the provider's own sample. */
  static String orderCompleted() {
    return """
        {"eventName":"ORDER_COMPLETED","data":{"partnerOrderId":"your-order-123",\
        "id":"OZZOBiT-order-abc","status":"COMPLETED","fiatCurrency":"USD","fiatAmount":100.00,\
        "cryptoCurrency":"ETH","cryptoAmount":0.045,"fromWalletAddress":null,\
        "toWalletAddress":"0x742d35Cc6634C0532925a3b844Bc9e7595f8bD21","network":"ethereum",\
        "walletAddress":"0x742d35Cc6634C0532925a3b844Bc9e7595f8bD21",\
        "createdAt":"2024-01-15T10:30:00Z","completedAt":"2024-01-15T10:32:15Z"}}""";
  }

  /** Returns a flat payload, as the provider's schema table shows it. */
  static String orderProcessing() {
    return """
        {"eventName":"ORDER_PROCESSING","orderId":"OZZOBiT-order-abc",\
        "partnerOrderId":"your-order-123","status":"PROCESSING","cryptoAmount":0.045,\
        "fiatAmount":100.00,"fiatCurrency":"USD","cryptoCurrency":"ETH",\
        "toWalletAddress":"0x742d35Cc6634C0532925a3b844Bc9e7595f8bD21",\
        "timestamp":"2024-01-15T10:31:30Z","webhookData":{"paymentMethod":"credit_debit_card"}}""";
  }

  /** Returns the largest payload, with as many members as possible. */
  static String largest() {
    StringBuilder payload = new StringBuilder(orderCompleted());
    payload.setLength(payload.length() - 2);
    for (int number = 0; payload.length() < MAX_BYTES - 16; number++) {
      payload.append(",\"_").append(Integer.toString(number, 36)).append("\":1");
    }
    return payload.append("}}").toString();
  }
}
