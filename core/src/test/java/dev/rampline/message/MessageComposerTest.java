package dev.rampline.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.event.State;
import dev.rampline.event.TraceContext;
import dev.rampline.json.Json;
import dev.rampline.json.JsonReader;
import dev.rampline.ledger.LedgerRecord;
import io.cloudevents.CloudEvent;
import io.cloudevents.SpecVersion;
import io.cloudevents.jackson.JsonFormat;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.util.DefaultLocale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MessageComposerTest {
  private static final MessageComposer COMPOSER = new MessageComposer("staging");

  @Test
  void orderMessage_hasAllMembers_inDocumentedOrder() {
    String body =
        """
        {"specversion":"1.0","id":"order/o-1/2","source":"/ozzobit/staging",
        "type":"dev.rampline.order.completed","subject":"order/o-1","time":"2024-01-15T10:32:15Z",
        "sequence":"00000000000000000002","datacontenttype":"application/json",
        "dataschema":"urn:rampline:data:1",
        "traceparent":"00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
        "data":{"subject":"order/o-1","kind":"order","state":"completed",
        "previousState":"processing","rawStatus":"Completed","eventName":"ORDER_COMPLETED",
        "channel":"webhook","trust":"signed","occurredAt":"2024-01-15T10:32:15Z",
        "receivedAt":"2024-01-15T10:32:15.731Z","version":2,"conflict":null,"unverified":[],
        "backfill":false,"orderId":"o-1","partnerOrderId":"p-\\u00FC","side":"SELL",
        "fiatAmount":"100","fiatCurrency":"EUR","cryptoAmount":"-0.045","cryptoCurrency":"ETH",
        "network":"ethereum","walletAddress":"0x1","fromWalletAddress":"0x2",
        "transactionHash":"0x3","paymentMethod":"card","failureReason":"none","errorCode":"7",
        "cancelledBy":"user","createdAt":"2024-01-15T10:30:00Z",
        "completedAt":"2024-01-15T10:32:15Z",
        "extra":{"campaign":"\\uD83D\\uDE00","tier":"gold"}}}
        """
            .replace("\n", "");
    assertThat(COMPOSER.compose(MessageRecords.paid()))
        .isEqualTo(
            new CloudEventMessage("order/o-1/2", MessageRecords.ORDER, body, MessageRecords.TRACE));
  }

  @Test
  void kycMessage_hasItsIds_andWhetherItIsConfirmed() {
    String body = COMPOSER.compose(MessageRecords.approved()).body();
    assertThat(body)
        .startsWith("{\"specversion\":\"1.0\",\"id\":\"kyc/customer/c-1/2\"")
        .contains("\"type\":\"dev.rampline.kyc.approved\"")
        .contains("\"time\":\"2024-01-15T10:32:15.731Z\"")
        .doesNotContain("occurredAt", "orderId", "extra")
        .endsWith(
            "\"partnerCustomerId\":\"c-1\",\"partnerUserId\":\"p\",\"userId\":\"u\","
                + "\"confirmed\":false}}");
    assertThat(
            data(MessageRecords.recordOf(
                    MessageRecords.event(MessageRecords.CUSTOMER, State.SUBMITTED)))
                .get("confirmed"))
        .contains(new Json.Bool(true));
  }

  @Test
  void firstVersion_hasNoPreviousState() {
    Json.Obj data =
        data(MessageRecords.recordOf(MessageRecords.event(MessageRecords.ORDER, State.PROCESSING)));
    assertThat(data.get("previousState")).isEmpty();
    assertThat(data.get("unverified")).contains(json("[]"));
    assertThat(data.get("conflict")).contains(new Json.Null());
  }

  @Test
  void conflict_hasItsSidesAndItsResolution() {
    assertThat(data(MessageRecords.openConflict()).get("conflict"))
        .contains(json("{\"finals\":[\"cancelled\",\"completed\"],\"settled\":null}"));
    assertThat(data(MessageRecords.settledConflict()).get("conflict"))
        .contains(json("{\"finals\":[\"cancelled\",\"completed\"],\"settled\":\"completed\"}"));
  }

  @Test
  void unverifiedEvent_isIncluded_andTheStateStays() {
    String unverifiedEvents =
        "[{\"state\":\"completed\",\"channel\":\"socket\",\"receivedAt\":\"2024-01-15T10:32:15Z\"}]";
    assertThat(data(MessageRecords.unverified()).get("unverified"))
        .contains(json(unverifiedEvents));
    assertThat(data(MessageRecords.unverified()).get("state"))
        .contains(new Json.Text("processing"));
    assertThat(COMPOSER.compose(MessageRecords.unverified()).body())
        .contains("\"type\":\"dev.rampline.order.unverified\"", "\"trust\":\"unverified\"");
  }

  @ParameterizedTest
  @MethodSource("dev.rampline.message.MessageRecords#all")
  void everyMessage_isReadByTheCloudEventsSdk(LedgerRecord record) {
    CloudEventMessage message = COMPOSER.compose(record);
    CloudEvent event =
        new JsonFormat().deserialize(message.body().getBytes(StandardCharsets.US_ASCII));
    assertThat(event.getSpecVersion()).isEqualTo(SpecVersion.V1);
    assertThat(event.getId()).isEqualTo(message.id());
    assertThat(event.getSource()).isEqualTo(URI.create("/ozzobit/staging"));
    assertThat(event.getSubject()).isEqualTo(record.subject().text());
    assertThat(event.getDataSchema()).isEqualTo(URI.create("urn:rampline:data:1"));
    assertThat(event.getDataContentType()).isEqualTo("application/json");
    assertThat(event.getTime()).isNotNull();
    assertThat(event.getExtension("sequence")).isEqualTo("0000000000000000000" + record.version());
    assertThat(Optional.ofNullable(event.getExtension("traceparent")))
        .isEqualTo(Optional.ofNullable(message.trace()).map(TraceContext::text));
    assertThat(message.trace()).isEqualTo(record.lastChange().trace());
    assertThat(event.getData()).isNotNull();
  }

  @Test
  @DefaultLocale("ar-EG-u-nu-arab")
  void everyMessage_isAscii_inEveryLocale() {
    assertThat(MessageRecords.all())
        .allSatisfy(record -> assertThat(COMPOSER.compose(record).body()).matches("[ -~]+"));
  }

  @Test
  void equalRecords_haveEqualMessages_ofAnyComposer() {
    assertThat(new MessageComposer("staging").compose(MessageRecords.paid()))
        .isEqualTo(COMPOSER.compose(MessageRecords.paid()));
  }

  private static Json.Obj data(LedgerRecord record) {
    Json.Obj event = (Json.Obj) json(COMPOSER.compose(record).body());
    return (Json.Obj) event.get("data").orElseThrow();
  }

  private static Json json(String text) {
    return JsonReader.read(text).orElseThrow();
  }
}
