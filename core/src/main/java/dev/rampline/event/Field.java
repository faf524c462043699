package dev.rampline.event;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The fields that Rampline stores. This allow-list keeps personal data out of the ledger. */
public enum Field {
  ORDER_ID("orderId"),
  PARTNER_ORDER_ID("partnerOrderId"),
  SIDE("side"),
  FIAT_AMOUNT("fiatAmount", true),
  FIAT_CURRENCY("fiatCurrency"),
  CRYPTO_AMOUNT("cryptoAmount", true),
  CRYPTO_CURRENCY("cryptoCurrency"),
  NETWORK_FEE("networkFee", true),
  PARTNER_FEE("partnerFee", true),
  PROVIDER_FEE("providerFee", true),
  TOTAL_FEE("totalFee", true),
  EXCHANGE_RATE("exchangeRate", true),
  NETWORK("network"),
  WALLET_ADDRESS("walletAddress"),
  FROM_WALLET_ADDRESS("fromWalletAddress"),
  TRANSACTION_HASH("transactionHash"),
  PAYMENT_METHOD("paymentMethod"),
  FAILURE_REASON("failureReason"),
  ERROR_CODE("errorCode"),
  CANCELLED_BY("cancelledBy"),
  CREATED_AT("createdAt"),
  COMPLETED_AT("completedAt"),
  PARTNER_CUSTOMER_ID("partnerCustomerId"),
  PARTNER_USER_ID("partnerUserId"),
  USER_ID("userId");

  private static final Map<String, Field> BY_NAME =
      Arrays.stream(values())
          .collect(Collectors.toUnmodifiableMap(Field::text, Function.identity()));

  private static final List<Field> IN_ORDER_OF_NAME =
      Arrays.stream(values()).sorted(Comparator.comparing(Field::text)).toList();

  private final String text;
  private final boolean amount;

  Field(String text) {
    this(text, false);
  }

  Field(String text, boolean amount) {
    this.text = text;
    this.amount = amount;
  }

  /** Returns the field with that name; empty if this version of the code does not know it. */
  public static Optional<Field> fromName(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }

  /** Returns all fields in the natural order of their names. */
  public static List<Field> inOrderOfName() {
    return IN_ORDER_OF_NAME;
  }

  /** Returns the order of two values of a field: numeric for amounts, natural for text. */
  public static Comparator<String> comparator(String name) {
    boolean amount = fromName(name).map(field -> field.amount).orElse(false);
    return amount ? Comparator.comparing(BigDecimal::new) : Comparator.naturalOrder();
  }

  /** Returns whether values are exact decimals: an amount or a rate. */
  public boolean isAmount() {
    return amount;
  }

  /** Returns the name in records and messages. */
  public String text() {
    return text;
  }
}
