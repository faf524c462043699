package dev.rampline.decoding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.event.Channel;
import dev.rampline.event.State;
import dev.rampline.event.Subject;
import dev.rampline.event.UnverifiedEvent;
import dev.rampline.json.Json;
import dev.rampline.json.JsonReader;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Follows {@code docs/provider-api.md#websocket}. */
class SocketDecoderTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:30:00Z");
  private static final Subject ORDER = Subject.order("o-1");

  @ParameterizedTest
  @CsvSource({
    "CREATED, AWAITING_PAYMENT",
    "PROCESSING, PROCESSING",
    "COMPLETED, COMPLETED",
    "completed, COMPLETED",
    "FAILED, FAILED",
    "CANCELLED, CANCELLED",
    "EXPIRED, EXPIRED",
    "ORDER_CREATED, AWAITING_PAYMENT",
    "ORDER_PROCESSING, PROCESSING",
    "ORDER_COMPLETED, COMPLETED",
    "ORDER_FAILED, FAILED",
    "ORDER_CANCELLED, CANCELLED",
    "ORDER_REFUNDED, REFUNDED",
    "PENDING_DELIVERY_FROM_OZZOBiT, DELIVERING",
    "CRYPTO_DEPOSIT_RECEIVED, PAYMENT_RECEIVED",
  })
  void orderEvent_hasItsState_underAnyMessageName(String event, State state) {
    SocketDecodingResult.Update update = update(ORDER, state, "o-1");
    String message = "{'event':'%s','orderId':'o-1','txHash':'0xcanary'}".formatted(event);

    assertThat(decode("order:update", message)).isEqualTo(update);
    assertThat(decode("partner:update", message)).isEqualTo(update);
    assertThat(decode(event, "{'orderId':'o-1'}")).isEqualTo(update);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'event':'COMPLETED','id':'o-1'}",
        "{'event':'COMPLETED','_id':'o-1'}",
        "{'eventName':'ORDER_COMPLETED','orderId':'o-1'}",
        "{'eventID':'ORDER_COMPLETED','data':{'id':'o-1'}}",
        "{'id':'delivery-1','data':{'event':'COMPLETED','orderId':'o-1'}}",
        "{'event':'COMPLETED','orderId':'o-1','status':'COMPLETED'}",
        "{'event':'COMPLETED','orderId':'o-1','status':'MYSTERY'}",
        "{'event':'COMPLETED','orderId':'o-1','status':{'a':1}}",
        "{'event':'PROCESSING','orderId':'o-1','status':'COMPLETED'}",
        "{'event':5,'orderId':'o-1','status':'COMPLETED'}",
        "{'orderId':'o-1','status':'COMPLETED'}",
      })
  void order_inAnySpelling_isAnUnverifiedEvent(String message) {
    assertThat(decode("order:update", message)).isEqualTo(update(ORDER, State.COMPLETED, "o-1"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"order:update", "kyc:update", "KYC_STATUS_CHANGED"})
  void kyc_isDecoded_onAnyChannel(String name) {
    String message = "{'event':'KYC_STATUS_CHANGED','userId':'u-1','newStatus':'APPROVED'}";

    assertThat(decode(name, message)).isEqualTo(update(Subject.user("u-1"), State.APPROVED, null));
  }

  @Test
  void kyc_isDecoded_fromTheMessageName() {
    assertThat(decode("KYC_STATUS_CHANGED", "{'userId':'u-1','kycStatus':'retry_needed'}"))
        .isEqualTo(update(Subject.user("u-1"), State.RETRY, null));
    assertThat(decode("KYC_REJECTED", "{'partnerCustomerId':12345,'userId':'u-1'}"))
        .isEqualTo(update(Subject.customer("12345"), State.REJECTED, "12345"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{'event':'PONG','timestamp':1}", "{'event':'pong','orderId':'o-1'}"})
  void pong_isIgnored_onAnyChannel(String message) {
    assertThat(decode("order:update", message)).isEqualTo(new SocketDecodingResult.Pong());
    assertThat(decode("heartbeat", message)).isEqualTo(new SocketDecodingResult.Pong());
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{'timestamp':'2026-03-01T10:30:00Z'}", "null", "'PONG'", "[]"})
  void pong_inTheMessageBody_isIgnored(String argument) {
    assertThat(decode("PONG", argument)).isEqualTo(new SocketDecodingResult.Pong());
    assertThat(new SocketDecoder().decode("PONG", null, NOW))
        .isEqualTo(new SocketDecodingResult.Pong());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'event':'ORDER_ARCHIVED','orderId':'o-1'}",
        "{'event':'ORDER_ARCHIVED','orderId':'o-1','status':'COMPLETED'}",
        "{'event':'COMPLETED'}",
        "{'event':'COMPLETED','orderId':''}",
        "{'event':'COMPLETED','orderId':null,'userId':'u-1'}",
        "{'event':'COMPLETED','orderId':['o-1']}",
        "{'event':'KYC_STATUS_CHANGED','userId':'u-1'}",
        "{'event':'KYC_STATUS_CHANGED','userId':'u-1','newStatus':'MYSTERY'}",
        "{'event':'KYC_APPROVED','orderId':'o-1'}",
        "{'orderId':'o-1'}",
        "{'orderId':'o-1','status':'MYSTERY'}",
        "{}",
        "[{'event':'COMPLETED','orderId':'o-1'}]",
        "'COMPLETED'",
        "5",
        "true",
        "null",
      })
  void undocumentedMessage_isUnrecognized(String message) {
    assertThat(decode("order:update", message)).isEqualTo(new SocketDecodingResult.Unknown());
  }

  @Test
  void messageWithAnotherName_withoutAKnownEvent_isUnrecognized() {
    assertThat(decode("newsletter", "{'orderId':'o-1','status':'COMPLETED'}"))
        .isEqualTo(new SocketDecodingResult.Unknown());
    assertThat(new SocketDecoder().decode("order:update", null, NOW))
        .isEqualTo(new SocketDecodingResult.Unknown());
  }

  @Test
  void idHiddenByTheSubject_isKeptForTheLookup_unlessItIsTooLong() {
    String id = "ü ".repeat(512);

    assertThat(decode("COMPLETED", "{'orderId':'" + id + "'}"))
        .isEqualTo(update(Subject.order(id), State.COMPLETED, id));
    assertThat(decode("COMPLETED", "{'orderId':'" + id + "x'}"))
        .isEqualTo(update(Subject.order(id + "x"), State.COMPLETED, null));
  }

  private static SocketDecodingResult.Update update(
      Subject subject, State state, @Nullable String providerId) {
    return new SocketDecodingResult.Update(
        new UnverifiedEvent(subject, state, Channel.SOCKET, NOW), providerId);
  }

  private static SocketDecodingResult decode(String name, String message) {
    Json argument = JsonReader.read(message.replace('\'', '"')).orElseThrow();
    return new SocketDecoder().decode(name, argument, NOW);
  }
}
