package dev.rampline.testkit.provider;

import static dev.rampline.testkit.provider.OrderReport.AWAITING_DEPOSIT;
import static dev.rampline.testkit.provider.OrderReport.AWAITING_PAYMENT;
import static dev.rampline.testkit.provider.OrderReport.CANCELLED;
import static dev.rampline.testkit.provider.OrderReport.CANCELLED_AS_FAILED;
import static dev.rampline.testkit.provider.OrderReport.COMPLETED;
import static dev.rampline.testkit.provider.OrderReport.COMPLETED_WITHOUT_STATUS;
import static dev.rampline.testkit.provider.OrderReport.CREATED;
import static dev.rampline.testkit.provider.OrderReport.DELIVERING;
import static dev.rampline.testkit.provider.OrderReport.DELIVERING_IN_LOWER_CASE;
import static dev.rampline.testkit.provider.OrderReport.DELIVERY_PENDING;
import static dev.rampline.testkit.provider.OrderReport.DEPOSITED;
import static dev.rampline.testkit.provider.OrderReport.EXPIRED;
import static dev.rampline.testkit.provider.OrderReport.FAILED;
import static dev.rampline.testkit.provider.OrderReport.FIAT_PROCESSING;
import static dev.rampline.testkit.provider.OrderReport.FIAT_SENT;
import static dev.rampline.testkit.provider.OrderReport.IN_REVIEW;
import static dev.rampline.testkit.provider.OrderReport.MARKED_AS_PAID;
import static dev.rampline.testkit.provider.OrderReport.MARKED_AS_PAID_WITH_STATUS;
import static dev.rampline.testkit.provider.OrderReport.ON_HOLD;
import static dev.rampline.testkit.provider.OrderReport.PROCESSING;
import static dev.rampline.testkit.provider.OrderReport.REFUNDED;
import static dev.rampline.testkit.provider.OrderReport.REFUNDED_BESIDE_FAILED;
import static dev.rampline.testkit.provider.OrderReport.REFUNDED_WITH_STATUS;
import static dev.rampline.testkit.provider.OrderReport.SELL_CREATED;

import java.util.List;
import java.util.stream.Stream;

/**
 * The life of an order, successful or not ({@code docs/provider-api.md#event-names}, {@code
 * docs/provider-api.md#order-events-and-statuses}).
 *
 * @param name a description
 * @param side {@code BUY} or {@code SELL}
 * @param end the state after all reports; where they contradict each other, the one that the
 *     provider keeps
 * @param reports what the webhooks report, in order
 */
public record OrderLifeCycle(String name, String side, OrderState end, List<OrderReport> reports) {
  /** All buy orders. */
  public static final List<OrderLifeCycle> BUY =
      List.of(
          buy(
              "buy by card",
              OrderState.COMPLETED,
              CREATED,
              PROCESSING,
              DELIVERY_PENDING,
              COMPLETED),
          buy(
              "buy by bank transfer",
              OrderState.COMPLETED,
              CREATED,
              AWAITING_PAYMENT,
              MARKED_AS_PAID_WITH_STATUS,
              DELIVERING,
              COMPLETED),
          buy(
              "buy marked as paid",
              OrderState.COMPLETED,
              CREATED,
              MARKED_AS_PAID,
              PROCESSING,
              COMPLETED),
          buy(
              "buy by card, event names only",
              OrderState.COMPLETED,
              CREATED,
              PROCESSING,
              COMPLETED_WITHOUT_STATUS),
          buy("buy declined", OrderState.FAILED, CREATED, FAILED),
          buy("buy cancelled", OrderState.CANCELLED, CREATED, CANCELLED),
          buy(
              "buy marked as paid and cancelled",
              OrderState.CANCELLED,
              CREATED,
              MARKED_AS_PAID,
              CANCELLED),
          buy(
              "buy cancelled, event says failed",
              OrderState.CANCELLED,
              CREATED,
              CANCELLED_AS_FAILED),
          buy("buy expired, event says failed", OrderState.EXPIRED, CREATED, EXPIRED),
          buy(
              "buy cancelled, then paid",
              OrderState.COMPLETED,
              CREATED,
              CANCELLED,
              PROCESSING,
              COMPLETED),
          buy("buy expired, then paid", OrderState.COMPLETED, CREATED, EXPIRED, COMPLETED),
          buy("buy being processed", OrderState.PROCESSING, CREATED, PROCESSING),
          buy("buy in review", OrderState.DELIVERING, CREATED, IN_REVIEW, PROCESSING, DELIVERING),
          buy(
              "buy being delivered",
              OrderState.DELIVERING,
              CREATED,
              PROCESSING,
              DELIVERING_IN_LOWER_CASE),
          buy(
              "buy failed and refunded",
              OrderState.REFUNDED,
              CREATED,
              PROCESSING,
              FAILED,
              REFUNDED_WITH_STATUS));

  /** All sell orders. */
  public static final List<OrderLifeCycle> SELL =
      List.of(
          sell(
              "sell paid out",
              OrderState.COMPLETED,
              DEPOSITED,
              FIAT_PROCESSING,
              FIAT_SENT,
              COMPLETED),
          sell(
              "sell on hold at the bank",
              OrderState.COMPLETED,
              DEPOSITED,
              ON_HOLD,
              FIAT_PROCESSING,
              FIAT_SENT,
              COMPLETED),
          sell(
              "sell failed and refunded",
              OrderState.REFUNDED,
              DEPOSITED,
              FAILED,
              REFUNDED_BESIDE_FAILED),
          sell("sell refunded", OrderState.REFUNDED, DEPOSITED, REFUNDED),
          sell("sell cancelled", OrderState.CANCELLED, CANCELLED),
          sell("sell failed, then paid out", OrderState.COMPLETED, DEPOSITED, FAILED, COMPLETED),
          sell("sell deposited", OrderState.PAYMENT_RECEIVED, DEPOSITED));

  /** All life cycles. */
  public static final List<OrderLifeCycle> ALL =
      Stream.of(BUY, SELL).flatMap(List::stream).toList();

  public OrderLifeCycle {
    reports = List.copyOf(reports);
  }

  private static OrderLifeCycle buy(String name, OrderState end, OrderReport... reports) {
    return new OrderLifeCycle(name, "BUY", end, List.of(reports));
  }

  private static OrderLifeCycle sell(String name, OrderState end, OrderReport... reports) {
    return new OrderLifeCycle(
        name,
        "SELL",
        end,
        Stream.concat(Stream.of(SELL_CREATED, AWAITING_DEPOSIT), Stream.of(reports)).toList());
  }
}
