package dev.rampline.decoding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Order fields: synonyms, sides, amounts, invalid values ({@code docs/provider-api.md#a8}). */
class OrderFieldsTest {
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "`partnerOrderId`, `\"p-1\"`, partnerOrderId, p-1",
        "`partnerOrderId`, 42, partnerOrderId, 42",
        "productsAvailed, `\"SELL\"`, side, SELL",
        "productsAvailed, `\"nft\"`, side, NFT",
        "isBuyOrSell, `\"Buy\"`, side, BUY",
        "fiatAmount, 100.00, fiatAmount, 100",
        "fiatAmount, `\"100.10\"`, fiatAmount, 100.1",
        "fiatCurrency, `\"USD\"`, fiatCurrency, USD",
        "cryptoAmount, 4.5e-2, cryptoAmount, 0.045",
        "cryptoCurrency, `\"ETH\"`, cryptoCurrency, ETH",
        "cryptocurrency, `\"ETH\"`, cryptoCurrency, ETH",
        "network, `\"ethereum\"`, network, ethereum",
        "toWalletAddress, `\"0x1\"`, walletAddress, 0x1",
        "walletAddress, `\"0x1\"`, walletAddress, 0x1",
        "fromWalletAddress, `\"0x1\"`, fromWalletAddress, 0x1",
        "transactionHash, `\"0x1\"`, transactionHash, 0x1",
        "txHash, `\"0x1\"`, transactionHash, 0x1",
        "transactionLink, `\"0x1\"`, transactionHash, 0x1",
        "paymentMethod, `\"card\"`, paymentMethod, card",
        "paymentOptionId, `\"card\"`, paymentMethod, card",
        "failureMessage, `\"declined\"`, failureReason, declined",
        "reason, `\"declined\"`, failureReason, declined",
        "statusReason, `\"declined\"`, failureReason, declined",
        "cancelReason, `\"declined\"`, failureReason, declined",
        "errorCode, `\"E7\"`, errorCode, E7",
        "errorCode, 7, errorCode, 7",
        "cancelledBy, `\"user\"`, cancelledBy, user",
        "createdAt, `\"2024-01-15T12:30:00+02:00\"`, createdAt, 2024-01-15T10:30:00Z",
        "completedAt, 1705314735123, completedAt, 2024-01-15T10:32:15.123Z",
      })
  void field_isFoundUnderEveryName(String name, String value, String field, String kept) {
    DecodingResult.WithEvent observed = TestDecoder.result(TestDecoder.order(member(name, value)));
    assertThat(observed.event().fields().values()).containsEntry(field, kept);
    assertThat(observed.event().fields().unknownNames()).isEmpty();
    assertThat(observed.omittedFields()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "toWalletAddress, walletAddress, walletAddress",
    "transactionHash, txHash, transactionHash",
    "txHash, transactionLink, transactionHash",
    "paymentMethod, paymentOptionId, paymentMethod",
    "failureMessage, reason, failureReason",
    "reason, statusReason, failureReason",
    "statusReason, cancelReason, failureReason",
    "cryptoCurrency, cryptocurrency, cryptoCurrency",
  })
  void preferredName_wins_unlessItsValueIsInvalid(String better, String other, String field) {
    String second = member(other, "\"second\"");
    String both = TestDecoder.order(second, member(better, "\"first\""));
    assertThat(TestDecoder.values(both)).containsEntry(field, "first");
    String unfit = TestDecoder.order(second, member(better, "{}"));
    assertThat(TestDecoder.values(unfit)).containsEntry(field, "second");
    assertThat(TestDecoder.result(unfit).omittedFields()).isOne();
    String withNull = TestDecoder.order(second, member(better, "null"));
    assertThat(TestDecoder.values(withNull)).containsEntry(field, "second");
    assertThat(TestDecoder.result(withNull).omittedFields()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "partnerOrderId=1.5",
        "partnerOrderId=true",
        "partnerOrderId={}",
        "partnerOrderId=[]",
        "productsAvailed=\"HOLD\"",
        "productsAvailed=1",
        "isBuyOrSell=[]",
        "fiatAmount=true",
        "fiatAmount=\"1,5\"",
        "fiatAmount=1e31",
        "fiatAmount=1e999999999",
        "cryptoAmount=\" \"",
        "cryptoAmount={}",
        "cryptoAmount=[1]",
        "cryptoAmount=1e-31",
        "fiatCurrency=1",
        "cryptoCurrency=false",
        "network={\"a\":\"canary\"}",
        "txHash=[\"x\"]",
        "walletAddress=5",
        "toWalletAddress=5",
        "fromWalletAddress=5",
        "transactionLink={}",
        "paymentMethod=5",
        "paymentOptionId=5",
        "failureMessage=5",
        "reason={}",
        "statusReason=[]",
        "cancelReason=true",
        "errorCode=1.5",
        "errorCode={}",
        "cancelledBy={}",
        "createdAt=\"now\"",
        "completedAt=-5",
        "updatedAt=\"\\u0000\"",
        "timestamp={}"
      })
  void invalidValue_isOmittedAndCounted_andTheEventIsDecoded(String member) {
    String[] parts = member.split("=", 2);
    DecodingResult.WithEvent observed =
        TestDecoder.result(TestDecoder.order(member(parts[0], parts[1])));
    assertThat(observed.omittedFields()).isOne();
    assertThat(observed.event().fields().values()).containsOnlyKeys("orderId");
    assertThat(observed.event().fields().unknownNames()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"network", "fiatAmount", "createdAt", "errorCode", "productsAvailed"})
  void nullOrEmptyText_isAbsent(String name) {
    for (String nothing : new String[] {"null", "\"\""}) {
      DecodingResult.WithEvent observed =
          TestDecoder.result(TestDecoder.order(member(name, nothing)));
      assertThat(observed.omittedFields()).isZero();
      assertThat(observed.event().fields().values()).containsOnlyKeys("orderId");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "AWAITING_CRYPTO_DEPOSIT, SELL",
    "crypto_deposit_received, SELL",
    "FIAT_PROCESSING, SELL",
    "FIAT_SENT, SELL",
    "ORDER_CREATED,",
    "AWAITING_PAYMENT_FROM_USER,",
  })
  void missingSide_isDerivedFromTheEventName(String event, String side) {
    String payload = "{\"eventName\":\"%s\",\"orderId\":\"o-1\"}".formatted(event);
    assertThat(TestDecoder.values(payload).get("side")).isEqualTo(side);
    String body = "{\"eventName\":\"%s\",\"id\":\"o\",\"isBuyOrSell\":\"BUY\"}".formatted(event);
    assertThat(TestDecoder.values(body)).containsEntry("side", "BUY");
  }

  @Test
  void missingSide_isDerivedFromTheSendingWallet() {
    assertThat(TestDecoder.values(TestDecoder.order(member("fromWalletAddress", "\"w\""))))
        .containsEntry("side", "SELL");
    assertThat(TestDecoder.values(TestDecoder.order(member("fromWalletAddress", "\"\""))))
        .doesNotContainKey("side");
  }

  @Test
  void longText_isTruncated_andUnpairedSurrogatesAreReplaced() {
    String payload =
        TestDecoder.order(
            member("network", "\"" + "é".repeat(1025) + "\""), member("reason", "\"a\\ud800b\""));
    assertThat(TestDecoder.values(payload))
        .containsEntry("network", "é".repeat(1024))
        .containsEntry("failureReason", "a\uFFFDb");
  }

  @Test
  void longEventNameAndStatus_areTruncated() {
    String endless = "X".repeat(60_000);
    String payload =
        TestDecoder.order(member("eventID", "\"%s\"".formatted(endless)))
            .replace("{\"id\"", "{\"status\":\"%s\",\"id\"".formatted(endless));
    assertThat(TestDecoder.event(payload).status().eventName()).hasSize(1024);
    assertThat(TestDecoder.event(payload).status().rawStatus()).hasSize(1024);
    assertThat(TestDecoder.event(payload).status().unrecognizedTerm()).hasSize(1024);
  }

  private static String member(String name, String value) {
    return "\"%s\":%s".formatted(name, value);
  }
}
