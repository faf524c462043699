package dev.rampline.benchmark.handler;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import dev.rampline.benchmark.BenchmarkDelivery;
import dev.rampline.testkit.aws.GatewayEvents;
import java.time.Duration;
import java.time.Instant;

/** The events of an order, in the order in which they happen. */
public enum OrderStep {
  CREATED("ORDER_CREATED", "AWAITING_PAYMENT_FROM_USER", 0),
  PAYMENT_MARKED("PAYMENT_DONE_MARKED_BY_USER", "PAYMENT_DONE_MARKED_BY_USER", 1),
  PROCESSING("ORDER_PROCESSING", "PROCESSING", 2),
  COMPLETED("ORDER_COMPLETED", "COMPLETED", 3),
  FAILED("ORDER_FAILED", "FAILED", 4);

  private static final Instant CREATED_AT = Instant.parse("2024-01-15T10:30:00Z");

  private final String event;
  private final String status;
  private final Duration since;

  OrderStep(String event, String status, int minutes) {
    this.event = event;
    this.status = status;
    this.since = Duration.ofMinutes(minutes);
  }

  /** Returns the signed event of an order. */
  public APIGatewayV2HTTPEvent of(String order) {
    return GatewayEvents.post(body(order, since, "0.045"));
  }

  /**
   * Returns one of many versions of this event.
   *
   * @param version sets the time and the amount
   */
  APIGatewayV2HTTPEvent version(String order, int version) {
    return GatewayEvents.post(body(order, Duration.ofSeconds(version), version + ".5"));
  }

  /** Returns the body of a webhook, signed as the provider signs it. */
  public String body(String order) {
    return body(order, since, "0.045");
  }

  private String body(String order, Duration since, String amount) {
    String payload =
        """
        {"eventName":"%s","data":{"partnerOrderId":"partner-%s","id":"%s","status":"%s",\
        "fiatCurrency":"USD","fiatAmount":100.00,"cryptoCurrency":"ETH","cryptoAmount":%s,\
        "network":"ethereum","walletAddress":"0x742d35Cc6634C0532925a3b844Bc9e7595f8bD21",\
        "createdAt":"%s","updatedAt":"%s"}}"""
            .formatted(event, order, order, status, amount, CREATED_AT, CREATED_AT.plus(since));
    return new String(BenchmarkDelivery.jwt(payload).body(), UTF_8);
  }
}
