package dev.rampline.decoding;

import static dev.rampline.decoding.TermTable.row;

import dev.rampline.event.Field;
import dev.rampline.event.State;
import dev.rampline.event.Subject.Kind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The provider's terms that Rampline knows: order statuses ({@code
 * docs/provider-api.md#order-statuses-by-page}), KYC values ({@code
 * docs/provider-api.md#kyc-values}), event names ({@code docs/provider-api.md#event-names}) and
 * field names ({@code docs/provider-api.md#payload-shapes}). All channels use these tables.
 */
public final class Vocabulary {
  private static final TermTable<State> ORDER_STATUSES =
      new TermTable<>(
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
              row(State.CANCELLED, "CANCELLED"),
              row(State.EXPIRED, "EXPIRED"),
              row(State.REFUNDED, "REFUNDED", "ORDER_REFUNDED")));

  private static final TermTable<State> KYC_STATUSES =
      new TermTable<>(
          List.of(
              row(State.NOT_SUBMITTED, "NOT_SUBMITTED", "NONE"),
              row(State.SUBMITTED, "SUBMITTED", "PENDING", "IN_REVIEW", "PROCESSING"),
              row(State.APPROVED, "APPROVED", "VERIFIED"),
              row(State.REJECTED, "REJECTED", "FAILED"),
              row(State.RETRY, "RETRY", "RETRY_NEEDED", "RETRY_REQUIRED", "KYC_RETRY*"),
              row(State.RETRY, "RESUBMISSION_REQUIRED")));

  private static final TermTable<EventMeaning> EVENTS =
      new TermTable<>(
          List.of(
              row(order(State.AWAITING_PAYMENT), "ORDER_CREATED", "AWAITING_*"),
              row(order(State.PAYMENT_CLAIMED), "PAYMENT_DONE_MARKED_BY_USER"),
              row(order(State.PAYMENT_CLAIMED), "ORDER_PAYMENT_VERIFYING"),
              row(order(State.PAYMENT_RECEIVED), "CRYPTO_DEPOSIT_RECEIVED"),
              row(order(State.PROCESSING), "ORDER_PROCESSING", "FIAT_PROCESSING"),
              row(order(State.DELIVERING), "PENDING_DELIVERY", "PENDING_DELIVERY_FROM_*"),
              row(order(State.DELIVERING), "FIAT_SENT"),
              row(order(State.COMPLETED), "ORDER_COMPLETED"),
              row(order(State.FAILED), "ORDER_FAILED"),
              row(order(State.CANCELLED), "ORDER_CANCELLED"),
              row(order(State.REFUNDED), "ORDER_REFUNDED"),
              row(kyc(State.SUBMITTED), "KYC_SUBMITTED"),
              row(kyc(State.APPROVED), "KYC_APPROVED"),
              row(kyc(State.REJECTED), "KYC_REJECTED"),
              row(kyc(State.RETRY), "KYC_RETRY*"),
              row(kyc(State.UNKNOWN), "KYC_STATUS_CHANGED"),
              row(new EventMeaning(null, State.UNKNOWN), "PONG")));

  /** Off-ramp events imply the side when no field contains it ({@code docs/provider-api.md#a9}). */
  private static final TermTable<Side> SIDES_BY_EVENT =
      new TermTable<>(List.of(row(Side.SELL, "AWAITING_CRYPTO_DEPOSIT", "CRYPTO_*", "FIAT_*")));

  static final List<String> EVENT_NAMES = List.of("eventName", "event", "eventID", "eventId");
  static final List<String> NESTED_EVENT_NAMES = List.of("eventID", "eventId");
  private static final String ORDER_UPDATE = "order:update";
  static final String DATA = "data";
  static final String WEBHOOK_DATA = "webhookData";
  static final String TIMESTAMP = "timestamp";
  static final String CREATED_AT = "createdAt";
  static final List<String> TIMES_OF_CHANGE = List.of("updatedAt", "completedAt");

  private static final List<String> ORDER_STATUS_NAMES = List.of("status");
  private static final List<String> KYC_STATUS_NAMES = List.of("kycStatus", "newStatus", "status");

  /**
   * Next to a nested object, these members identify the delivery, never an order ({@code
   * docs/provider-api.md#a7}).
   */
  static final List<String> DELIVERY_ID_NAMES = List.of("id", "_id");

  static final FieldSource ORDER_ID =
      FieldSource.of(Field.ORDER_ID, ValueFormat.CODE, "orderId", "id", "_id");

  /**
   * The fields that identify a customer, in order of preference ({@code
   * docs/provider-api.md#kyc-subject}).
   */
  static final List<FieldSource> KYC_IDS =
      List.of(
          FieldSource.of(Field.PARTNER_CUSTOMER_ID, ValueFormat.CODE, "partnerCustomerId"),
          FieldSource.of(Field.PARTNER_USER_ID, ValueFormat.CODE, "partnerUserId"),
          FieldSource.of(Field.USER_ID, ValueFormat.CODE, "userId"));

  /** The fields of an order that are stored besides its id. */
  static final List<FieldSource> ORDER_FIELDS =
      List.of(
          FieldSource.of(Field.PARTNER_ORDER_ID, ValueFormat.CODE, "partnerOrderId"),
          FieldSource.of(Field.SIDE, ValueFormat.SIDE, "productsAvailed", "isBuyOrSell"),
          FieldSource.of(Field.FIAT_AMOUNT, ValueFormat.AMOUNT, "fiatAmount"),
          FieldSource.of(Field.FIAT_CURRENCY, ValueFormat.TEXT, "fiatCurrency"),
          FieldSource.of(Field.CRYPTO_AMOUNT, ValueFormat.AMOUNT, "cryptoAmount"),
          FieldSource.of(
              Field.CRYPTO_CURRENCY, ValueFormat.TEXT, "cryptoCurrency", "cryptocurrency"),
          FieldSource.of(Field.NETWORK, ValueFormat.TEXT, "network"),
          FieldSource.of(
              Field.WALLET_ADDRESS, ValueFormat.TEXT, "toWalletAddress", "walletAddress"),
          FieldSource.of(Field.FROM_WALLET_ADDRESS, ValueFormat.TEXT, "fromWalletAddress"),
          FieldSource.of(
              Field.TRANSACTION_HASH,
              ValueFormat.TEXT,
              "transactionHash",
              "txHash",
              "transactionLink"),
          FieldSource.of(
              Field.PAYMENT_METHOD, ValueFormat.TEXT, "paymentMethod", "paymentOptionId"),
          FieldSource.of(
              Field.FAILURE_REASON,
              ValueFormat.TEXT,
              "failureMessage",
              "reason",
              "statusReason",
              "cancelReason"),
          FieldSource.of(Field.ERROR_CODE, ValueFormat.CODE, "errorCode"),
          FieldSource.of(Field.CANCELLED_BY, ValueFormat.TEXT, "cancelledBy"),
          FieldSource.of(Field.CREATED_AT, ValueFormat.MOMENT, CREATED_AT),
          FieldSource.of(Field.COMPLETED_AT, ValueFormat.MOMENT, "completedAt"));

  /**
   * Members of a delivery's envelope. They have no meaning in an API response, which contains a
   * state.
   */
  static final List<String> ENVELOPE_FIELDS =
      Stream.of(EVENT_NAMES.stream(), Stream.of(DATA, WEBHOOK_DATA))
          .flatMap(names -> names)
          .toList();

  /** A root with one of these members is itself a body ({@code docs/provider-api.md#s1}). */
  static final List<String> FLAT_ROOT_MARKERS =
      List.of("orderId", "kycStatus", "newStatus", "status");

  /** An object with one of these members is a body ({@code docs/provider-api.md#s4}). */
  static final List<String> BODY_MARKERS =
      Stream.of(
              ORDER_ID.names().stream(),
              KYC_IDS.stream().flatMap(source -> source.names().stream()),
              KYC_STATUS_NAMES.stream())
          .flatMap(names -> names)
          .toList();

  /**
   * The registered claims of a JWT (RFC 7519 section 4.1): they belong to the token, not to the
   * payload.
   */
  private static final Set<String> CLAIMS = Set.of("iss", "sub", "aud", "exp", "nbf", "iat", "jti");

  private static final Set<String> KNOWN_NAMES =
      Stream.of(
              CLAIMS.stream(),
              EVENT_NAMES.stream(),
              Stream.of(DATA, WEBHOOK_DATA, TIMESTAMP),
              TIMES_OF_CHANGE.stream(),
              BODY_MARKERS.stream(),
              ORDER_FIELDS.stream().flatMap(source -> source.names().stream()))
          .flatMap(names -> names)
          .collect(Collectors.toUnmodifiableSet());

  private Vocabulary() {}

  /** Returns the state of a documented status. */
  public static Optional<State> status(Kind kind, String text) {
    return (kind == Kind.ORDER ? ORDER_STATUSES : KYC_STATUSES).meaning(text);
  }

  /** Returns the names of the status member, in order of preference. */
  static List<String> statusNames(Kind kind) {
    return kind == Kind.ORDER ? ORDER_STATUS_NAMES : KYC_STATUS_NAMES;
  }

  /** Returns the meaning of a documented event name. */
  public static Optional<EventMeaning> event(String name) {
    return EVENTS.meaning(name);
  }

  /** Returns the meaning of a socket event name, which may also be a status. */
  static Optional<EventMeaning> socketEvent(String name) {
    return event(name).or(() -> ORDER_STATUSES.meaning(name).map(Vocabulary::order));
  }

  /** Returns whether this is the socket's name for updates. */
  static boolean isUpdate(String name) {
    return name.equals(ORDER_UPDATE);
  }

  /** Returns the side that an event name implies. */
  static Optional<Side> sideByEvent(String name) {
    return SIDES_BY_EVENT.meaning(name);
  }

  /** Returns whether a member's name is known. */
  static boolean isKnown(String name) {
    return KNOWN_NAMES.contains(name);
  }

  private static EventMeaning order(State state) {
    return new EventMeaning(Kind.ORDER, state);
  }

  private static EventMeaning kyc(State state) {
    return new EventMeaning(Kind.KYC, state);
  }
}
