package dev.rampline.decoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rampline.event.EventMetadata;
import dev.rampline.event.State;
import dev.rampline.event.StatusReport;
import dev.rampline.event.Subject;
import dev.rampline.event.VerifiedEvent;
import dev.rampline.json.Json;
import dev.rampline.json.JsonReader;
import dev.rampline.verification.WebhookFormat;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an operator adds with {@code RAMPLINE_VOCABULARY}. */
class VocabularyTest {
  private static final WebhookFormat DOCUMENTED =
      new WebhookFormat(
          WebhookFormat.MESSAGE_MEMBERS,
          List.of("data", "webhookData", "order", "payload"),
          List.of(
              "orderId",
              "order_id",
              "orderID",
              "kycStatus",
              "newStatus",
              "kyc_status",
              "new_status",
              "status",
              "orderStatus",
              "order_status"),
          List.of(
              "eventName", "event", "eventID", "eventId", "eventType", "event_type", "event_name"),
          WebhookFormat.SIGNATURE_HEADER,
          false);

  private static final String SETTING =
      """
      {"events": {"ORDER_SETTLED": "completed", "KYC_GREEN": "approved", "DISPUTE_*": "order",
                  "PROFILE_CHANGED": "kyc"},
       "orderStatuses": {"SETTLED": "completed", "5": "failed", "PROCESSING": "delivering"},
       "kycStatuses": {"GREEN": "approved", "YELLOW": "retry"},
       "fields": {"orderId": ["reference"], "fiatAmount": ["money.paid"], "status": ["phase"],
                  "eventName": ["what"], "timestamp": ["at"], "partnerCustomerId": ["client"],
                  "kycStatus": ["level"]},
       "envelope": ["resource", "signedPayload"],
       "ignoredEvents": ["WEBHOOK_TEST", "AUDIT_*"],
       "signature": {"header": "X-Signature", "encoding": "base64"}}
      """;
  private static final Vocabulary VOCABULARY = new Vocabulary(VocabularyReader.read(SETTING));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'eventName':'ORDER_SETTLED','data':{'id':'o'}} | order/o | COMPLETED",
        "{'eventName':'order.settled','data':{'id':'o','status':'settled'}} | order/o | COMPLETED",
        "{'eventName':'ORDER_FAILED','data':{'id':'o','status':5}} | order/o | FAILED",
        "{'eventName':'FIAT_SENT','data':{'id':'o','status':'PROCESSING'}} | order/o | DELIVERING",
        "{'eventName':'DISPUTE_LOST','data':{'id':'o','status':'FAILED'}} | order/o | FAILED",
        "{'eventName':'KYC_GREEN','data':{'id':'x','userId':'u'}} | kyc/user/u | APPROVED",
        "{'eventName':'PROFILE_CHANGED','data':{'client':'c','level':'YELLOW'}} | kyc/customer/c | RETRY",
        "{'eventName':'KYC_APPROVED','data':{'client':'c','status':'GREEN'}} | kyc/customer/c | APPROVED",
        "{'what':'ORDER_COMPLETED','resource':{'reference':'o','phase':'COMPLETED'}} | order/o | COMPLETED",
        "{'eventName':'ORDER_COMPLETED','data':{'resource':{'id':'o'}}} | order/o | COMPLETED",
      })
  void addedTerm_isUnderstoodLikeADocumentedOne(String payload, String subject, State state) {
    DecodingResult.WithEvent decoded = (DecodingResult.WithEvent) decode(payload);
    assertThat(decoded.event().subject().text()).isEqualTo(subject);
    assertThat(decoded.event().status().state()).isEqualTo(state);
    assertThat(decoded.event().status().unrecognizedTerm()).isNull();
    assertThat(decoded.withheld()).isFalse();
  }

  @Test
  void addedFields_areRead() {
    String payload =
        "{'eventName':'FIAT_SENT','at':'2024-01-01T00:00:00Z','data':{'id':'o','money':{'paid':'7.0'}}}";
    VerifiedEvent event = ((DecodingResult.WithEvent) decode(payload)).event();
    assertThat(event.occurredAt()).isEqualTo("2024-01-01T00:00:00Z");
    assertThat(event.fields().values()).containsEntry("fiatAmount", "7");
    assertThat(event.fields().unknownNames()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"WEBHOOK_TEST", "webhook.test", "AUDIT_LOGIN"})
  void ignoredEvent_isKnownToChangeNothing(String event) {
    String payload = "{'eventName':'" + event + "','data':{'id':'test-1','status':'COMPLETED'}}";
    assertThat(decode(payload)).isEqualTo(new DecodingResult.Ignored());
  }

  @Test
  void everyChannel_hasTheSameVocabulary() {
    Json response = json("{'id':'o','status':'SETTLED'}");
    StatusReport fetched =
        new ApiResponseDecoder(VOCABULARY, Set.of())
            .order(response, "o", EventMetadata.ofLookup(Instant.EPOCH, 0, false))
            .orElseThrow()
            .event()
            .status();
    assertThat(fetched.state()).isEqualTo(State.COMPLETED);

    SocketDecodingResult result =
        new SocketDecoder(VOCABULARY)
            .decode("order:update", json("{'event':'ORDER_SETTLED','orderId':'o'}"), Instant.EPOCH);
    assertThat(result)
        .isInstanceOfSatisfying(
            SocketDecodingResult.Update.class,
            update -> {
              assertThat(update.event().subject()).isEqualTo(Subject.order("o"));
              assertThat(update.event().state()).isEqualTo(State.COMPLETED);
            });
  }

  @Test
  void summary_namesEveryAddedTerm() {
    assertThat(VOCABULARY.additions().summary())
        .isEqualTo(
            "events DISPUTE_*, KYC_GREEN, ORDER_SETTLED, PROFILE_CHANGED;"
                + " order statuses 5, PROCESSING, SETTLED; KYC statuses GREEN, YELLOW;"
                + " fields eventName, fiatAmount, kycStatus, orderId, partnerCustomerId, status,"
                + " timestamp; envelope resource, signedPayload;"
                + " ignored events AUDIT_*, WEBHOOK_TEST; signature header X-Signature;"
                + " signature in base64.");
    assertThat(VocabularyAdditions.NONE.summary()).isEqualTo("Documented terms only.");
  }

  @Test
  void envelopeAndSignature_areTheVerifiers() {
    WebhookFormat format = VOCABULARY.webhookFormat();
    assertThat(format.messageMembers()).startsWith("resource", "signedPayload", "data");
    assertThat(format.bodyMembers()).contains("resource");
    assertThat(format.flatMembers()).containsAll(VOCABULARY.additions().names("orderId"));
    assertThat(format.eventNames()).contains("what");
    assertThat(format.signatureHeader()).isEqualTo("X-Signature");
    assertThat(format.base64Signature()).isTrue();
    assertThat(Vocabulary.DOCUMENTED.webhookFormat()).isEqualTo(DOCUMENTED);
    assertThat(new Vocabulary(VocabularyReader.read("{}")).webhookFormat()).isEqualTo(DOCUMENTED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ORDER_SETTLED | the value is not JSON, or has a member twice",
        "[] | the vocabulary is not a JSON object",
        "{'event':{}} | the vocabulary has the unknown member \"event\": use envelope, events,",
        "{'events':[]} | events is not a JSON object",
        "{'events':{'X':'done'}} | events.X: \"done\" is not one of awaiting-payment,",
        "{'events':{'X':'unknown'}} | events.X: \"unknown\" is not one of",
        "{'events':{'X':7}} | events.X is not a JSON string",
        "{'orderStatuses':{'X':'approved'}} | orderStatuses.X: \"approved\" is not one of",
        "{'kycStatuses':{'X':'completed'}} | kycStatuses.X: \"completed\" is not one of not-submitted,",
        "{'kycStatuses':{'A*B':'approved'}} | kycStatuses: \"A*B\" is not a term",
        "{'fields':{'order':['x']}} | fields has the unknown member \"order\": use",
        "{'fields':{'orderId':'x'}} | fields.orderId is not a JSON array",
        "{'fields':{'orderId':['']}} | fields.orderId: \"\" is not a member's name",
        "{'envelope':'x'} | envelope is not a JSON array",
        "{'ignoredEvents':[1]} | ignoredEvents is not a JSON string",
        "{'signature':{'header':'a b'}} | signature.header is not a header's name",
        "{'signature':{'encoding':'HEX'}} | signature.encoding is neither hex nor base64",
      })
  void invalidSetting_isOneClearError(String setting, String problem) {
    assertThatThrownBy(() -> VocabularyReader.read(setting.replace('\'', '"')))
        .isInstanceOf(InvalidVocabularyException.class)
        .hasMessageStartingWith(problem);
  }

  private static DecodingResult decode(String payload) {
    return new WebhookDecoder(VOCABULARY, Set.of())
        .decode((Json.Obj) json(payload), TestDecoder.METADATA);
  }

  private static Json json(String text) {
    return JsonReader.read(text.replace('\'', '"')).orElseThrow();
  }
}
