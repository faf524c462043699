package dev.rampline.decoding;

import dev.rampline.event.Field;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The provider's documented and plausible member names ({@code
 * docs/provider-api.md#payload-shapes}, {@code docs/provider-api.md#a8}).
 */
final class DocumentedFields {
  static final String DATA = "data";
  static final String WEBHOOK_DATA = "webhookData";
  static final String ORDER = "order";
  static final String TIMESTAMP = "timestamp";
  static final String CREATED_AT = "createdAt";
  static final String UPDATED_AT = "updatedAt";
  static final String COMPLETED_AT = "completedAt";

  /** The members that may contain the object that describes the subject. */
  static final List<String> ENVELOPE = List.of(DATA, WEBHOOK_DATA, ORDER, "payload");

  /** The names of the root's member with the event name. */
  static final List<String> EVENT_NAMES =
      List.of("eventName", "event", "eventID", "eventId", "eventType", "event_type", "event_name");

  /** The members that contain the event name or the id of the delivery. */
  static final List<String> EVENT_IDS = List.of("eventID", "eventId");

  /** In a nested object, {@code eventID} and {@code eventId} have precedence. */
  static final List<String> NESTED_EVENT_NAMES =
      List.of("eventID", "eventId", "eventName", "event", "eventType", "event_type", "event_name");

  /** Names too general for an event name, unless their value is one. */
  static final List<String> GENERAL_EVENT_NAMES = List.of("type", "name", "action", "topic");

  static final List<String> TIMES_OF_CHANGE = List.of(UPDATED_AT, COMPLETED_AT);

  /** The member that reports the status of an order or of a customer. */
  static final List<String> STATUS = List.of("status");

  /** The members that report only an order's status. */
  static final List<String> ORDER_STATUS = List.of("orderStatus", "order_status");

  /** The members that report only a customer's KYC status. */
  static final List<String> KYC_STATUS =
      List.of("kycStatus", "newStatus", "kyc_status", "new_status");

  /**
   * Next to a nested object, these members identify the delivery, never an order ({@code
   * docs/provider-api.md#a7}).
   */
  static final List<String> DELIVERY_IDS = List.of("id", "_id");

  static final FieldSource ORDER_ID =
      FieldSource.of(
          Field.ORDER_ID, ValueFormat.CODE, "orderId", "order_id", "orderID", "id", "_id");

  /**
   * The fields that identify a customer, in order of preference ({@code
   * docs/provider-api.md#kyc-subject}).
   */
  static final List<FieldSource> KYC_IDS =
      List.of(
          FieldSource.of(
              Field.PARTNER_CUSTOMER_ID,
              ValueFormat.CODE,
              "partnerCustomerId",
              "partnerCustomerID",
              "partner_customer_id"),
          FieldSource.of(
              Field.PARTNER_USER_ID,
              ValueFormat.CODE,
              "partnerUserId",
              "partnerUserID",
              "partner_user_id"),
          FieldSource.of(Field.USER_ID, ValueFormat.CODE, "userId", "userID", "user_id"));

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
          FieldSource.of(
              Field.NETWORK_FEE,
              ValueFormat.AMOUNT,
              "fee.networkFee",
              "fees.networkFee",
              "fee.network",
              "fees.network",
              "networkFee"),
          FieldSource.of(
              Field.PARTNER_FEE,
              ValueFormat.AMOUNT,
              "fee.partnerFee",
              "fees.partnerFee",
              "fee.partner",
              "fees.partner",
              "partnerFee"),
          FieldSource.of(
              Field.PROVIDER_FEE,
              ValueFormat.AMOUNT,
              "fee.OZZOBiTFee",
              "fees.OZZOBiTFee",
              "fee.providerFee",
              "fees.providerFee",
              "fee.provider",
              "fees.provider",
              "OZZOBiTFee",
              "providerFee"),
          FieldSource.of(
              Field.TOTAL_FEE,
              ValueFormat.AMOUNT,
              "fee.totalFee",
              "fees.totalFee",
              "fee.total",
              "fees.total",
              "totalFee",
              "totalFeeInFiat"),
          FieldSource.of(
              Field.EXCHANGE_RATE,
              ValueFormat.AMOUNT,
              "exchangeRate",
              "conversionRate",
              "conversionPrice",
              "rate"),
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
          FieldSource.of(Field.COMPLETED_AT, ValueFormat.MOMENT, COMPLETED_AT));

  /** A root with one of these members is itself a body ({@code docs/provider-api.md#s1}). */
  static final List<String> FLAT_MEMBERS =
      Stream.of(List.of("orderId", "order_id", "orderID"), KYC_STATUS, STATUS, ORDER_STATUS)
          .flatMap(List::stream)
          .toList();

  /**
   * The registered claims of a JWT (RFC 7519 section 4.1): they belong to the token, not to the
   * payload.
   */
  static final Set<String> CLAIMS = Set.of("iss", "sub", "aud", "exp", "nbf", "iat", "jti");

  private DocumentedFields() {}
}
