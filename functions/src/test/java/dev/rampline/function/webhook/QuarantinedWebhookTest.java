package dev.rampline.function.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import dev.rampline.event.State;
import dev.rampline.json.Json;
import dev.rampline.json.JsonReader;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.quarantine.QuarantineReason;
import dev.rampline.quarantine.QuarantinedPayload;
import dev.rampline.verification.Transport;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An authentic payload that is answered 200 is in the ledger, in quarantine, or a known ping. */
class QuarantinedWebhookTest {
  private final WebhookFixture fixture = new WebhookFixture();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | NO_SUBJECT",
        "{'eventName':'ORDER_COMPLETED','data':{'partnerOrderId':'p-1'}} | NO_SUBJECT",
        "{'eventName':'KYC_APPROVED','data':{'id':'x'}} | NO_SUBJECT",
        "{'eventName':'ORDER_COMPLETED','data':[{'id':'1'},{'id':'2'}]} | SEVERAL_SUBJECTS",
      })
  void payload_that_cannot_be_placed_is_kept_and_accepted(String json, QuarantineReason reason) {
    String payload = json.replace('\'', '"');

    assertThat(status(SampleToken.body(payload))).isEqualTo(200);

    QuarantinedPayload kept = fixture.quarantine.payloads().getFirst();
    assertThat(kept.content())
        .isEqualTo(
            new QuarantinedPayload.JsonContent((Json.Obj) JsonReader.read(payload).orElseThrow()));
    assertThat(kept.reason()).isEqualTo(reason);
    assertThat(kept.transport()).isEqualTo(Transport.JWT);
    assertThat(fixture.ledger.records()).isEmpty();
    assertThat(fixture.line())
        .contains("\"decision\":\"quarantined\"", "\"reason\":\"" + reason.text() + "\"")
        .contains("\"quarantined\":1", "\"events\":1", "\"signatureValid\":1")
        .doesNotContain("p-1", "rejections");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[{\"eventName\":\"ORDER_COMPLETED\"}]", "{\"a\":1,\"a\":2}", "7", ""})
  void content_that_is_no_object_is_kept_and_accepted(String content) {
    assertThat(status(SampleToken.body(content))).isEqualTo(200);
    assertThat(fixture.quarantine.payloads().getFirst().content())
        .isEqualTo(
            new QuarantinedPayload.BinaryContent(
                Base64.getEncoder().encodeToString(content.getBytes(UTF_8))));
    assertThat(fixture.line()).contains("\"reason\":\"unreadable\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'eventName':'DISPUTE_CLOSED','data':{'id':'1','status':'COMPLETED'}}",
        "{'eventName':'ORDER_REFUNDED','data':{'id':'1','status':'REFUND_PENDING'}}",
        "{'eventName':'ORDER_COMPLETED','data':{'id':'1','status':5}}",
        "{'eventName':'KYC_BLESSED','data':{'userId':'1','kycStatus':'APPROVED'}}",
      })
  void event_that_is_not_understood_is_flagged_and_kept(String json) {
    assertThat(status(SampleToken.body(json.replace('\'', '"')))).isEqualTo(200);

    assertThat(fixture.ledger.records())
        .singleElement()
        .isInstanceOfSatisfying(
            LedgerRecord.class, record -> assertThat(record.state()).isEqualTo(State.UNKNOWN));
    assertThat(fixture.quarantine.payloads())
        .singleElement()
        .extracting(QuarantinedPayload::reason)
        .isEqualTo(QuarantineReason.UNRECOGNIZED);
    assertThat(fixture.line()).contains("\"decision\":\"unrecognized\"", "\"quarantined\":1");
  }

  @Test
  void event_that_is_partly_understood_is_only_flagged() {
    String payload =
        "{\"eventName\":\"ORDER_NEWS\",\"data\":{\"id\":\"1\",\"status\":\"CREATED\"}}";
    assertThat(status(SampleToken.body(payload))).isEqualTo(200);
    assertThat(fixture.quarantine.payloads()).isEmpty();
    assertThat(fixture.line())
        .contains("\"state\":\"awaiting-payment\"", "\"decision\":\"unrecognized\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "{\"eventName\":\"ORDER_REFUNDED\",\"data\":{\"id\":\"1\",\"status\":\"REFUND_PENDING\"}}"
      })
  void payload_that_cannot_be_kept_is_answered_503(String payload) {
    fixture.quarantine.fail();

    assertThat(status(SampleToken.body(payload))).isEqualTo(503);
    assertThat(fixture.ledger.records()).isEmpty();
    assertThat(fixture.line())
        .contains("\"decision\":\"unavailable\",\"cause\":\"quarantine\"", "\"unavailable\":1")
        .contains("ingest.QueueUnavailableException\"");
  }

  @Test
  void forgery_is_never_kept() {
    assertThat(status(SampleToken.body("{}", "a key that the ring does not hold"))).isEqualTo(401);
    assertThat(fixture.quarantine.payloads()).isEmpty();
    assertThat(fixture.line()).contains("\"signatureValid\":0", "\"rejections\":1");
    assertThat(status("[]")).isEqualTo(400);
    assertThat(fixture.line()).contains("\"rejections\":1").doesNotContain("signatureValid");
  }

  private int status(String body) {
    return fixture.answer(APIGatewayV2HTTPEvent.builder().withBody(body).build()).getStatusCode();
  }
}
