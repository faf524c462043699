package dev.rampline.decoding;

import static dev.rampline.decoding.Terms.row;

import dev.rampline.observation.Field;
import dev.rampline.observation.State;
import dev.rampline.observation.Subject.Kind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every word of the provider's that Rampline knows, as tables: statuses (provider.md §3.6, §3.7),
 * events (§3.5, §6.5) and the names of fields (A7, A8). All channels read the same ones.
 */
public final class Vocabulary {
  private static final Terms<State> ORDER_STATUSES =
      new Terms<>(
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

  private static final Terms<State> KYC_STATUSES =
      new Terms<>(
          List.of(
              row(State.NOT_SUBMITTED, "NOT_SUBMITTED", "NONE"),
              row(State.SUBMITTED, "SUBMITTED", "PENDING", "IN_REVIEW", "PROCESSING"),
              row(State.APPROVED, "APPROVED", "VERIFIED"),
              row(State.REJECTED, "REJECTED", "FAILED"),
              row(State.RETRY, "RETRY", "RETRY_NEEDED", "RETRY_REQUIRED", "KYC_RETRY*"),
              row(State.RETRY, "RESUBMISSION_REQUIRED")));

  private static final Terms<Event> EVENTS =
      new Terms<>(
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
              row(new Event(null, State.UNKNOWN), "PONG")));

  /** Events of the off-ramp alone tell the side, where no field does (A9). */
  private static final Terms<Side> SIDES_BY_EVENT =
      new Terms<>(List.of(row(Side.SELL, "AWAITING_CRYPTO_DEPOSIT", "CRYPTO_*", "FIAT_*")));

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

  /** Beside an object these are the delivery's: never an order's (A7). */
  static final List<String> DELIVERY_ID_NAMES = List.of("id", "_id");

  static final Source ORDER_ID = Source.of(Field.ORDER_ID, Form.CODE, "orderId", "id", "_id");

  /** By which a customer is known, the best first (provider.md §3.7). */
  static final List<Source> KYC_IDS =
      List.of(
          Source.of(Field.PARTNER_CUSTOMER_ID, Form.CODE, "partnerCustomerId"),
          Source.of(Field.PARTNER_USER_ID, Form.CODE, "partnerUserId"),
          Source.of(Field.USER_ID, Form.CODE, "userId"));

  /** What is kept of an order besides its id. */
  static final List<Source> ORDER_FIELDS =
      List.of(
          Source.of(Field.PARTNER_ORDER_ID, Form.CODE, "partnerOrderId"),
          Source.of(Field.SIDE, Form.SIDE, "productsAvailed", "isBuyOrSell"),
          Source.of(Field.FIAT_AMOUNT, Form.AMOUNT, "fiatAmount"),
          Source.of(Field.FIAT_CURRENCY, Form.TEXT, "fiatCurrency"),
          Source.of(Field.CRYPTO_AMOUNT, Form.AMOUNT, "cryptoAmount"),
          Source.of(Field.CRYPTO_CURRENCY, Form.TEXT, "cryptoCurrency", "cryptocurrency"),
          Source.of(Field.NETWORK, Form.TEXT, "network"),
          Source.of(Field.WALLET_ADDRESS, Form.TEXT, "toWalletAddress", "walletAddress"),
          Source.of(Field.FROM_WALLET_ADDRESS, Form.TEXT, "fromWalletAddress"),
          Source.of(
              Field.TRANSACTION_HASH, Form.TEXT, "transactionHash", "txHash", "transactionLink"),
          Source.of(Field.PAYMENT_METHOD, Form.TEXT, "paymentMethod", "paymentOptionId"),
          Source.of(
              Field.FAILURE_REASON,
              Form.TEXT,
              "failureMessage",
              "reason",
              "statusReason",
              "cancelReason"),
          Source.of(Field.ERROR_CODE, Form.CODE, "errorCode"),
          Source.of(Field.CANCELLED_BY, Form.TEXT, "cancelledBy"),
          Source.of(Field.CREATED_AT, Form.MOMENT, CREATED_AT),
          Source.of(Field.COMPLETED_AT, Form.MOMENT, "completedAt"));

  /** What frames a delivery of an event has no meaning in an answer that tells a state. */
  static final List<String> PARTS_OF_A_DELIVERY =
      Stream.of(EVENT_NAMES.stream(), Stream.of(DATA, WEBHOOK_DATA))
          .flatMap(names -> names)
          .toList();

  /** A root that tells one of these is itself a body, whatever stands beside it (S1). */
  static final List<String> SIGNS_OF_A_FLAT_ROOT =
      List.of("orderId", "kycStatus", "newStatus", "status");

  /** An object that tells one of these is a body (S4). */
  static final List<String> SIGNS_OF_A_BODY =
      Stream.of(
              ORDER_ID.names().stream(),
              KYC_IDS.stream().flatMap(source -> source.names().stream()),
              KYC_STATUS_NAMES.stream())
          .flatMap(names -> names)
          .toList();

  /** The registered claims of a JWT (RFC 7519 §4.1): of the token, not of the payload. */
  private static final Set<String> CLAIMS = Set.of("iss", "sub", "aud", "exp", "nbf", "iat", "jti");

  private static final Set<String> KNOWN_NAMES =
      Stream.of(
              CLAIMS.stream(),
              EVENT_NAMES.stream(),
              Stream.of(DATA, WEBHOOK_DATA, TIMESTAMP),
              TIMES_OF_CHANGE.stream(),
              SIGNS_OF_A_BODY.stream(),
              ORDER_FIELDS.stream().flatMap(source -> source.names().stream()))
          .flatMap(names -> names)
          .collect(Collectors.toUnmodifiableSet());

  private Vocabulary() {}

  /** The state that a status of such a subject means, if it is documented. */
  public static Optional<State> status(Kind kind, String text) {
    return (kind == Kind.ORDER ? ORDER_STATUSES : KYC_STATUSES).meaning(text);
  }

  /** The names under which a status of such a subject may stand, the best first. */
  static List<String> statusNames(Kind kind) {
    return kind == Kind.ORDER ? ORDER_STATUS_NAMES : KYC_STATUS_NAMES;
  }

  /** What an event name means, if it is documented. */
  public static Optional<Event> event(String name) {
    return EVENTS.meaning(name);
  }

  /** What an event name of the socket means: there a status may stand as the event's name. */
  static Optional<Event> socketEvent(String name) {
    return event(name).or(() -> ORDER_STATUSES.meaning(name).map(Vocabulary::order));
  }

  /** Whether the socket calls its updates that. */
  static boolean isUpdate(String name) {
    return name.equals(ORDER_UPDATE);
  }

  /** The side that an event name tells. */
  static Optional<Side> sideByEvent(String name) {
    return SIDES_BY_EVENT.meaning(name);
  }

  /** Whether a member has a meaning, and so is no unknown field. */
  static boolean knows(String name) {
    return KNOWN_NAMES.contains(name);
  }

  private static Event order(State state) {
    return new Event(Kind.ORDER, state);
  }

  private static Event kyc(State state) {
    return new Event(Kind.KYC, state);
  }
}
