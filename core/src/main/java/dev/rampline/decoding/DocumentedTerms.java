package dev.rampline.decoding;

import static dev.rampline.decoding.TermTable.row;

import dev.rampline.decoding.TermTable.Row;
import dev.rampline.event.State;
import dev.rampline.event.Subject.Kind;
import java.util.List;

/**
 * The provider's documented terms: order statuses ({@code
 * docs/provider-api.md#order-statuses-by-page}), KYC values ({@code
 * docs/provider-api.md#kyc-values}) and event names ({@code docs/provider-api.md#event-names}).
 */
final class DocumentedTerms {
  static final List<Row<State>> ORDER_STATUSES =
      List.of(
          row(State.AWAITING_PAYMENT, "CREATED", "AWAITING_PAYMENT"),
          row(State.AWAITING_PAYMENT, "AWAITING_PAYMENT_FROM_USER", "PENDING_PAYMENT"),
          row(State.AWAITING_PAYMENT, "AWAITING_CRYPTO_DEPOSIT"),
          row(State.PAYMENT_CLAIMED, "PAYMENT_DONE_MARKED_BY_USER"),
          row(State.PAYMENT_RECEIVED, "CRYPTO_DEPOSIT_RECEIVED"),
          row(State.PROCESSING, "PROCESSING", "ORDER_PROCESSING", "FIAT_PROCESSING"),
          row(State.DELIVERING, "PENDING_DELIVERY", "PENDING_DELIVERY_FROM_*", "FIAT_SENT"),
          row(State.ON_HOLD, "ON_HOLD_PENDING_DELIVERY_FROM_*"),
          row(State.COMPLETED, "COMPLETED"),
          row(State.FAILED, "FAILED"),
          row(State.CANCELLED, "CANCELLED", "CANCELED"),
          row(State.EXPIRED, "EXPIRED"),
          row(State.REFUNDED, "REFUNDED", "ORDER_REFUNDED"));

  static final List<Row<State>> KYC_STATUSES =
      List.of(
          row(State.NOT_SUBMITTED, "NOT_SUBMITTED", "NONE"),
          row(State.SUBMITTED, "SUBMITTED", "PENDING", "IN_REVIEW", "PROCESSING"),
          row(State.APPROVED, "APPROVED", "VERIFIED"),
          row(State.REJECTED, "REJECTED", "FAILED"),
          row(State.RETRY, "RETRY", "RETRY_NEEDED", "RETRY_REQUIRED", "KYC_RETRY*"),
          row(State.RETRY, "RESUBMISSION_REQUIRED"));

  static final List<Row<EventMeaning>> EVENTS =
      List.of(
          order(State.AWAITING_PAYMENT, "ORDER_CREATED", "AWAITING_PAYMENT*"),
          order(State.AWAITING_PAYMENT, "AWAITING_CRYPTO_DEPOSIT"),
          order(State.PAYMENT_CLAIMED, "PAYMENT_DONE_MARKED_BY_USER", "ORDER_PAYMENT_VERIFYING"),
          order(State.PAYMENT_RECEIVED, "CRYPTO_DEPOSIT_RECEIVED"),
          order(State.PROCESSING, "ORDER_PROCESSING", "FIAT_PROCESSING"),
          order(State.DELIVERING, "PENDING_DELIVERY", "PENDING_DELIVERY_FROM_*", "FIAT_SENT"),
          order(State.COMPLETED, "ORDER_COMPLETED"),
          order(State.FAILED, "ORDER_FAILED"),
          order(State.CANCELLED, "ORDER_CANCELLED", "ORDER_CANCELED"),
          order(State.REFUNDED, "ORDER_REFUNDED"),
          kyc(State.SUBMITTED, "KYC_SUBMITTED"),
          kyc(State.APPROVED, "KYC_APPROVED"),
          kyc(State.REJECTED, "KYC_REJECTED"),
          kyc(State.RETRY, "KYC_RETRY*"),
          kyc(State.UNKNOWN, "KYC_STATUS_CHANGED"),
          row(EventMeaning.IGNORED, "PONG"));

  /** Off-ramp events imply the side when no field contains it ({@code docs/provider-api.md#a9}). */
  static final List<Row<Side>> SIDES_BY_EVENT =
      List.of(row(Side.SELL, "AWAITING_CRYPTO_DEPOSIT", "CRYPTO_*", "FIAT_*"));

  private DocumentedTerms() {}

  private static Row<EventMeaning> order(State state, String... patterns) {
    return row(new EventMeaning(Kind.ORDER, state), patterns);
  }

  private static Row<EventMeaning> kyc(State state, String... patterns) {
    return row(new EventMeaning(Kind.KYC, state), patterns);
  }
}
