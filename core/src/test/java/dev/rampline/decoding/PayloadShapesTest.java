package dev.rampline.decoding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.event.State;
import dev.rampline.event.Subject;
import dev.rampline.event.VerifiedEvent;
import dev.rampline.quarantine.QuarantineReason;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The payload shapes S1–S4 ({@code docs/provider-api.md#payload-shapes}). */
class PayloadShapesTest {
  private static final Subject ORDER = Subject.order("o-1");

  @Test
  void s1_isReadFromTheRoot() {
    VerifiedEvent event =
        TestDecoder.event(
            """
            {"eventName":"FIAT_SENT","orderId":"o-1","partnerOrderId":"p-1","status":"PROCESSING",
             "cryptoAmount":1.5,"fiatAmount":10,"fiatCurrency":"EUR","cryptoCurrency":"BTC",
             "fromWalletAddress":"from","timestamp":"2024-01-15T10:32:15.123Z"}
            """);
    assertThat(event.subject()).isEqualTo(ORDER);
    assertThat(event.status().state()).isEqualTo(State.DELIVERING);
    assertThat(event.occurredAt()).isEqualTo(Instant.parse("2024-01-15T10:32:15.123Z"));
    assertThat(event.fields().unknownNames()).isEmpty();
    assertThat(event.fields().values())
        .containsEntry("fromWalletAddress", "from")
        .containsEntry("side", "SELL")
        .containsEntry("partnerOrderId", "p-1");
  }

  @Test
  void s1WithWebhookData_isMerged_andTheRootWins() {
    VerifiedEvent event =
        TestDecoder.event(
            """
            {"eventName":"ORDER_PROCESSING","id":"delivery","orderId":"o-1","network":null,
             "fiatAmount":10,"createdAt":"2024-01-15T10:00:00Z",
             "webhookData":{"id":"other","status":"PENDING_DELIVERY","fiatAmount":20,
               "network":"ethereum","novelty":1}}
            """);
    assertThat(event.subject()).isEqualTo(ORDER);
    assertThat(event.status().state()).isEqualTo(State.DELIVERING);
    assertThat(event.occurredAt()).isNull();
    assertThat(event.fields().unknownNames()).containsExactly("novelty");
    assertThat(event.fields().values())
        .isEqualTo(
            Map.of(
                "orderId", "o-1",
                "fiatAmount", "10",
                "network", "ethereum",
                "createdAt", "2024-01-15T10:00:00Z"));
  }

  @Test
  void s1WithWebhookData_hasTheOrderIdOfWebhookData_notTheDeliveryId() {
    String withId = "{\"status\":\"FAILED\",\"id\":\"delivery\",\"webhookData\":{\"id\":\"o-1\"}}";
    assertThat(TestDecoder.event(withId).subject()).isEqualTo(ORDER);
    String withoutId = "{\"status\":\"FAILED\",\"id\":\"delivery\",\"webhookData\":{}}";
    assertThat(TestDecoder.decoding(withoutId))
        .isEqualTo(new DecodingResult.Unplaceable(QuarantineReason.NO_SUBJECT));
  }

  @Test
  void root_countsUnderTheBody_forEveryMember() {
    VerifiedEvent event =
        TestDecoder.event(
            """
            {"eventName":"ORDER_FAILED","id":"delivery","orderId":"o-1","status":"EXPIRED",
             "fiatAmount":100,"cryptoAmount":"7","network":"ethereum","walletAddress":"root",
             "completedAt":"2024-01-15T10:32:15Z","createdAt":"2024-01-15T10:00:00Z",
             "data":{"note":"x","fiatAmount":99,"toWalletAddress":"body"}}
            """);
    assertThat(event.subject()).isEqualTo(ORDER);
    assertThat(event.status().state()).isEqualTo(State.EXPIRED);
    assertThat(event.occurredAt()).isEqualTo(Instant.parse("2024-01-15T10:32:15Z"));
    assertThat(event.fields().values())
        .isEqualTo(
            Map.of(
                "orderId", "o-1",
                "fiatAmount", "99",
                "cryptoAmount", "7",
                "network", "ethereum",
                "walletAddress", "body",
                "createdAt", "2024-01-15T10:00:00Z",
                "completedAt", "2024-01-15T10:32:15Z"));
  }

  @Test
  void rootBesideABody_reportsNoCreationTimeOfTheOrder() {
    VerifiedEvent event =
        TestDecoder.event(
            """
            {"eventName":"ORDER_COMPLETED","createdAt":"2024-01-15T10:00:00Z","fiatAmount":5,
             "data":{"id":"o-1","status":"COMPLETED"}}
            """);
    assertThat(event.occurredAt()).isNull();
    assertThat(event.fields().values()).isEqualTo(Map.of("orderId", "o-1", "fiatAmount", "5"));
  }

  @Test
  void s3_hasItsTimeAtTheRoot() {
    VerifiedEvent event =
        TestDecoder.event(
            """
            {"eventName":"ORDER_COMPLETED","timestamp":"2024-01-15T10:32:15Z",
             "data":{"id":"o-1","status":"COMPLETED","completedAt":"2024-01-15T09:00:00Z"}}
            """);
    assertThat(event.subject()).isEqualTo(ORDER);
    assertThat(event.occurredAt()).isEqualTo(Instant.parse("2024-01-15T10:32:15Z"));
  }

  @Test
  void s4_hasTheEventTimeAtTheRoot_andTheOrderTimesInTheBody() {
    VerifiedEvent event =
        TestDecoder.event(
            """
            {"id":"delivery","eventID":"ORDER_COMPLETED","createdAt":"2024-01-15T10:32:15.000Z",
             "webhookData":{"_id":"o-1","status":"COMPLETED","isBuyOrSell":"buy",
               "createdAt":"2024-01-15T10:00:00Z"}}
            """);
    assertThat(event.subject()).isEqualTo(ORDER);
    assertThat(event.status().eventName()).isEqualTo("ORDER_COMPLETED");
    assertThat(event.occurredAt()).isEqualTo(Instant.parse("2024-01-15T10:32:15Z"));
    assertThat(event.fields().values())
        .isEqualTo(Map.of("orderId", "o-1", "side", "BUY", "createdAt", "2024-01-15T10:00:00Z"));
  }

  @Test
  void s4OfACustomer_isDecoded() {
    VerifiedEvent event =
        TestDecoder.event(
            """
            {"eventID":"KYC_APPROVED","webhookData":{"kycStatus":"APPROVED","partnerUserId":"u"}}
            """);
    assertThat(event.subject()).isEqualTo(Subject.partnerUser("u"));
    assertThat(event.status().state()).isEqualTo(State.APPROVED);
  }

  @Test
  void webhookDataWithoutIdAndStatus_isNotTheBody() {
    String payload = "{\"eventName\":\"KYC_APPROVED\",\"userId\":\"u\",\"webhookData\":{\"x\":1}}";
    assertThat(TestDecoder.event(payload).subject()).isEqualTo(Subject.user("u"));
    assertThat(TestDecoder.event(payload).fields().unknownNames()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'data':{'orderId':'o-1','id':'x','_id':'y'},'orderId':'o-1','id':'w'}",
        "{'data':{'orderId':null,'id':'o-1','_id':'y'},'orderId':' o-1 '}",
        "{'data':{'orderId':'','id':'  ','_id':'o-1'},'id':'z'}",
        "{'data':{'orderId':{},'id':true,'_id':1.5},'orderId':'o-1','id':'w'}",
        "{'eventName':'ORDER_NEWS','data':{'status':'FAILED'},'order_id':'o-1','id':'w'}",
        "{'data':'not an object','id':'o-1'}",
        "{'webhookData':[],'_id':'o-1'}",
        "{'webhookData':{'id':'o-1'}}",
        "{'webhookData':{'orderId':'o-1','status':null}}",
        "{'orderId':'','webhookData':{'orderId':'o-1'}}",
      })
  void orderId_isFoundInEverySpelling_firstInTheBody(String payload) {
    assertThat(TestDecoder.event(payload.replace('\'', '"')).subject()).isEqualTo(ORDER);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'eventName':'FIAT_SENT','event':'a','eventID':'b','data':{'id':'o','eventID':'c'}}",
        "{'eventName':' ','event':'FIAT_SENT','eventID':'b','data':{'id':'o'}}",
        "{'eventName':5,'eventID':'FIAT_SENT','eventId':'b','data':{'id':'o'}}",
        "{'eventId':'FIAT_SENT','data':{'id':'o','eventID':'c'}}",
        "{'data':{'id':'o','eventID':'FIAT_SENT','eventId':'c'},'webhookData':{'eventID':'d'}}",
        "{'data':{'id':'o','eventId':'FIAT_SENT','eventName':'x'}}",
        "{'eventId':'5f3c','eventType':'FIAT_SENT','data':{'id':'o'}}",
        "{'eventID':'5f3c','type':'FIAT_SENT','data':{'id':'o'}}",
        "{'eventID':'5f3c','data':{'id':'o','event_name':'FIAT_SENT','eventId':'5f3c'}}",
        "{'data':{'id':'o','type':'FIAT_SENT','name':'Fido'}}",
        "{'webhookData':{'id':'o','eventID':'FIAT_SENT'}}",
        "{'webhookData':{'id':'o','eventId':'FIAT_SENT'}}",
      })
  void eventName_isTheFirstNonBlankText(String payload) {
    assertThat(TestDecoder.event(payload.replace('\'', '"')).status().eventName())
        .isEqualTo("FIAT_SENT");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'eventId':'DISPUTE_CLOSED','data':{'id':'o'}}",
        "{'event':'DISPUTE_CLOSED','eventType':'FIAT_SENT','data':{'id':'o'}}",
        "{'eventType':'DISPUTE_CLOSED','type':'FIAT_SENT','eventId':'5f3c','data':{'id':'o'}}",
      })
  void eventName_thatIsNotDocumented_isKept(String payload) {
    assertThat(TestDecoder.event(payload.replace('\'', '"')).status().eventName())
        .isEqualTo("DISPUTE_CLOSED");
  }
}
