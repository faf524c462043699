package dev.rampline.decoding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.event.Subject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubjectOfPayloadTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{'eventName':'PONG','timestamp':'2024-01-15T10:32:15Z'}",
        "{'eventName':'TEST','data':{}}",
        "{'eventName':'ORDER_COMPLETED','data':{'status':'COMPLETED'}}",
        "{'eventName':'ORDER_COMPLETED','data':{'status':'COMPLETED','partnerCustomerId':'c'}}",
        "{'eventName':'awaiting_anything','data':{'userId':'u'}}",
        "{'id':'delivery','data':{}}",
        "{'_id':'delivery','data':{'status':'COMPLETED'}}",
        "{'data':{'id':'','_id':null,'orderId':'\\t'}}",
        "{'data':{'id':1.0}}",
        "{'data':{'id':1e3}}",
        "{'data':{'id':false}}",
        "{'data':{'id':['o-1']}}",
      })
  void payloadWithoutSubject_hasNoSubject(String payload) {
    assertThat(TestDecoder.decoding(payload.replace('\'', '"')))
        .isEqualTo(new DecodingResult.NoSubject());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'data':{'partnerCustomerId':'c','partnerUserId':'p','userId':'u'}} | kyc/customer/c",
        "{'data':{'partnerCustomerId':null,'partnerUserId':'p','userId':'u'}} | kyc/partner-user/p",
        "{'data':{'partnerCustomerId':'','partnerUserId':' ','userId':'u'}} | kyc/user/u",
        "{'data':{'userId':'u'},'partnerCustomerId':'c'} | kyc/customer/c",
        "{'data':{'partnerCustomerId':77}} | kyc/customer/77",
        "{'eventName':'ORDER_BLESSED','data':{'userId':'u'}} | kyc/user/u",
        "{'data':{'partnerCustomerId':'c','id':'o'}} | order/o",
        "{'eventName':'KYC_APPROVED','data':{'partnerCustomerId':'c','orderId':'o'}} | order/o",
        "{'data':{'id':9007199254740993}} | order/9007199254740993",
        "{'data':{'id':-0}} | order/-0",
        "{'data':{'id':'-0'}} | order/-0",
      })
  void subject_isThePreferredId(String payload, String subject) {
    assertThat(TestDecoder.event(payload.replace('\'', '"')).subject().text()).isEqualTo(subject);
  }

  @ParameterizedTest
  @ValueSource(strings = {"~tilde", "with space", " o-1", "o-1 ", "Ünïcode", "\uD83D"})
  void idThatQueuesReject_isHashed_andKeptAsAField(String id) {
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
