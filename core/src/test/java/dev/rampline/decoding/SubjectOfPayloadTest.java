package dev.rampline.decoding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.event.Subject;
import dev.rampline.quarantine.QuarantineReason;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubjectOfPayloadTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{'eventName':'TEST','data':{}}",
        "{'eventName':'ORDER_COMPLETED','data':{'status':'COMPLETED'}}",
        "{'eventName':'ORDER_COMPLETED','data':{'status':'COMPLETED','partnerCustomerId':'c'}}",
        "{'eventName':'ORDER_COMPLETED','data':{'partnerOrderId':'p-1','status':'COMPLETED'}}",
        "{'eventName':'ORDER_COMPLETED','id':'delivery','data':{'status':'COMPLETED'}}",
        "{'eventName':'ORDER_COMPLETED','result':{'id':'o-1','status':'COMPLETED'}}",
        "{'eventName':'KYC_APPROVED','data':{'id':'record','kycStatus':'APPROVED'}}",
        "{'eventName':'KYC_APPROVED','data':{'orderId':'o-1'}}",
        "{'data':{'kycStatus':'APPROVED','id':'record'}}",
        "{'eventName':'ORDER_DECLINED','data':{'partnerCustomerId':'c','status':'FAILED'}}",
        "{'eventName':'ACCOUNT_CLOSED','data':{'userId':'u','status':'REJECTED'}}",
        "{'data':{'partnerCustomerId':'c','status':'APPROVED'}}",
        "{'eventName':'awaiting_payment_anyhow','data':{'userId':'u'}}",
        "{'id':'delivery','data':{}}",
        "{'_id':'delivery','data':{'status':'COMPLETED'}}",
        "{'data':{'id':'','_id':null,'orderId':'\\t'}}",
        "{'data':{'id':'\\u00a0\\u200b'}}",
        "{'data':{'id':1.5}}",
        "{'data':{'id':false}}",
        "{'data':{'id':['o-1']}}",
      })
  void payloadWithoutSubject_cannotBePlaced(String payload) {
    assertThat(TestDecoder.decoding(payload.replace('\'', '"')))
        .isEqualTo(new DecodingResult.Unplaceable(QuarantineReason.NO_SUBJECT));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'eventName':'ORDER_COMPLETED','data':[{'id':'o-1'},{'id':'o-2'}]}",
        "{'eventName':'ORDER_COMPLETED','id':'delivery','data':[{'id':'o-1'},{'id':'o-2'}]}",
        "{'eventName':'ORDER_COMPLETED','data':'[{\\'id\\':\\'o-1\\'},{\\'id\\':\\'o-2\\'}]'}",
        "{'eventName':'KYC_APPROVED','data':[{'userId':'u-1'},{'userId':'u-2'}]}",
        "{'eventName':'ORDER_COMPLETED','order':{'id':'o-1'},'payload':{'id':'o-2'}}",
        "{'eventName':'ORDER_COMPLETED','id':'o-1','status':'COMPLETED','payload':{'id':'o-2'}}",
        "{'eventName':'ORDER_COMPLETED','orderId':'o-1','data':{'orderId':'o-2'}}",
        "{'eventName':'ORDER_COMPLETED','orderId':'o-1','data':{'id':'o-2'}}",
        "{'eventName':'ORDER_COMPLETED','data':{'orderId':'o-1','order_id':'o-2'}}",
        "{'eventName':'KYC_APPROVED','partnerCustomerId':'c-1','data':{'partnerCustomerId':'c-2'}}",
        "{'eventName':'KYC_APPROVED','data':{'partnerCustomerId':'c-1','userId':'u','userID':'v'}}",
      })
  void payloadOfSeveralSubjects_cannotBePlaced(String payload) {
    assertThat(TestDecoder.decoding(payload.replace('\'', '"')))
        .isEqualTo(new DecodingResult.Unplaceable(QuarantineReason.SEVERAL_SUBJECTS));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'eventName':'PONG','timestamp':'2024-01-15T10:32:15Z'}",
        "{'event':'pong','data':{'id':'o-1','status':'COMPLETED'}}",
        "{'type':'PONG'}",
      })
  void pong_isIgnored_whateverStandsBesideIt(String payload) {
    assertThat(TestDecoder.decoding(payload.replace('\'', '"')))
        .isEqualTo(new DecodingResult.Ignored());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'partnerCustomerId':'c','partnerUserId':'p','userId':'u'} | kyc/customer/c",
        "{'partnerCustomerId':null,'partnerUserId':'p','userId':'u'} | kyc/partner-user/p",
        "{'partnerCustomerId':'','partnerUserId':' ','userId':'u'} | kyc/user/u",
        "{'partnerCustomerId':77} | kyc/customer/77",
        "{'partnerCustomerId':'c','id':'o'} | kyc/customer/c",
        "{'partnerCustomerId':'c','orderId':'o'} | kyc/customer/c",
        "{'partnerUserId':'p','_id':'o','status':'APPROVED'} | kyc/partner-user/p",
        "{'order':{'id':'o'},'userId':'u'} | kyc/user/u",
      })
  void kycEvent_isAboutTheCustomer_whateverIdStandsBesideIt(String body, String subject) {
    for (String payload :
        List.of(
            "{'eventName':'KYC_APPROVED','data':" + body + "}",
            "{'eventID':'KYC_APPROVED','webhookData':" + body + "}",
            "{'eventName':'KYC_SOMETHING_NEW','id':'x','data':" + body + "}",
            "{'eventName':'KYC_APPROVED'," + body.substring(1))) {
      assertThat(TestDecoder.event(payload.replace('\'', '"')).subject().text())
          .as(payload)
          .isEqualTo(subject);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'data':{'kycStatus':'APPROVED','id':'x','userId':'u'}} | kyc/user/u",
        "{'newStatus':'APPROVED','orderId':'x','userId':'u'} | kyc/user/u",
        "{'eventName':'NEWS','data':{'kycStatus':'APPROVED','id':'x','userId':'u'}} | kyc/user/u",
        "{'eventName':'ORDER_NEWS','data':{'newStatus':'DONE','id':'o','userId':'u'}} | order/o",
        "{'eventName':'FIAT_SENT','data':{'kycStatus':'APPROVED','id':'o','userId':'u'}} | order/o",
        "{'eventName':'NEWS','data':{'id':'o','partnerCustomerId':'c'}} | order/o",
        "{'data':{'userId':'u'},'kycStatus':'APPROVED','partnerCustomerId':'c'} | kyc/customer/c",
        "{'data':{'kyc_status':'APPROVED','id':'x','user_id':'u'}} | kyc/user/u",
        "{'eventName':'FIAT_SENT','orderId':7,'data':{'orderId':'7 '}} | order/7",
        "{'eventName':'FIAT_SENT','orderId':'o','webhookData':{'id':'x'}} | order/o",
      })
  void subject_followsTheEventName_thenTheKycStatus_thenTheOrderId(String payload, String subject) {
    assertThat(TestDecoder.event(payload.replace('\'', '"')).subject().text()).isEqualTo(subject);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'id':'o-1'}",
        "{'_id':'o-1'}",
        "{'orderId':'o-1','id':'x'}",
        "{'order_id':'o-1'}",
        "{'orderID':'o-1'}",
        "{'id':' o-1'}",
        "{'id':'o-1\\t\\n'}",
        "{'id':'\\u00a0o-1\\ufeff'}",
        "{'data':{'id':'o-1'},'id':'x'}",
        "{'order':{'id':'o-1'},'id':'x'}",
        "{'data':{'order':{'orderId':'o-1'}}}",
        "{'payload':{'order':{'id':'o-1'}}}",
      })
  void order_isFoundInEveryPlace(String body) {
    for (String payload :
        List.of(
            "{'eventName':'FIAT_SENT','data':" + body + "}",
            "{'eventName':'FIAT_SENT','id':'y','webhookData':" + body + "}",
            "{'eventName':'FIAT_SENT','order':" + body + "}",
            "{'eventName':'FIAT_SENT','payload':" + body + "}",
            "{'eventName':'FIAT_SENT','data':[" + body + "]}",
            "{'eventName':'FIAT_SENT','data':" + quoted(body) + "}",
            "{'eventName':'FIAT_SENT','data':{'data':" + quoted("[" + body + "]") + "}}",
            "{'type':'fiat.sent'," + body.substring(1))) {
      assertThat(TestDecoder.event(payload.replace('\'', '"')).subject())
          .as(payload)
          .isEqualTo(Subject.order("o-1"));
    }
  }

  /** As a JSON string of that text. */
  private static String quoted(String json) {
    return "'" + json.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }

  @ParameterizedTest
  @CsvSource({
    "9007199254740993, 9007199254740993",
    "12345.0, 12345",
    "12345.000, 12345",
    "1e3, 1000",
    "-0, -0",
    "'\"-0\"', -0",
  })
  void orderId_ofDigits_isTheirText(String written, String id) {
    assertThat(TestDecoder.event("{\"data\":{\"id\":" + written + "}}").subject())
        .isEqualTo(Subject.order(id));
  }

  @ParameterizedTest
  @ValueSource(strings = {"~tilde", "with space", "Ünïcode", "\uD83D"})
  void idThatNoQueueAllows_isDigested_andKeptInTheDetails(String id) {
    String payload = TestDecoder.order("\"orderId\":\"" + id + "\"");
    assertThat(TestDecoder.event(payload).subject()).isEqualTo(Subject.order(id));
    assertThat(TestDecoder.event(payload).subject().text()).startsWith("order/~");
    assertThat(TestDecoder.values(payload))
        .containsEntry("orderId", id.replace('\uD83D', '\uFFFD'));
  }

  @Test
  void longId_isHashedCompletely_andKeptTruncated() {
    String id = "x".repeat(2_000);
    String payload = TestDecoder.order("\"orderId\":\"" + id + "\"");
    assertThat(TestDecoder.event(payload).subject()).isEqualTo(Subject.order(id));
    assertThat(TestDecoder.event(payload).subject()).isNotEqualTo(Subject.order(id.substring(1)));
    assertThat(TestDecoder.values(payload)).containsEntry("orderId", id.substring(0, 1024));
  }
}
