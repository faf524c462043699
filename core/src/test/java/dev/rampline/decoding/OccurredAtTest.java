package dev.rampline.decoding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OccurredAtTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'timestamp':100,'data':{'id':'o','timestamp':200,'updatedAt':300,'completedAt':400}}",
        "{'data':{'id':'o','timestamp':100,'updatedAt':300,'completedAt':400}}",
        "{'timestamp':'soon','data':{'id':'o','timestamp':100,'updatedAt':300}}",
        "{'timestamp':null,'data':{'id':'o','updatedAt':100,'completedAt':400}}",
        "{'createdAt':300,'data':{'id':'o','createdAt':200,'updatedAt':{},'completedAt':100}}",
        "{'createdAt':100,'webhookData':{'id':'o','createdAt':200,'updatedAt':300}}",
        "{'timestamp':'100','createdAt':200,'webhookData':{'id':'o','timestamp':300}}",
        "{'createdAt':'','webhookData':{'id':'o','updatedAt':'100'}}",
        "{'orderId':'o','createdAt':300,'webhookData':{'updatedAt':100}}",
        "{'id':'o','iat':300,'updatedAt':'1970-01-01T00:01:40Z'}",
      })
  void time_isReadFromTheFirstPresentField(String payload) {
    assertThat(TestDecoder.event(payload.replace('\'', '"')).occurredAt())
        .isEqualTo(Instant.ofEpochSecond(100));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'iat':100,'data':{'id':'o','createdAt':200}}",
        "{'createdAt':100,'data':{'id':'o'}}",
        "{'id':'o','createdAt':100,'iat':300}",
        "{'timestamp':'never','data':{'id':'o'}}",
      })
  void otherTimes_areIgnored(String payload) {
    assertThat(TestDecoder.event(payload.replace('\'', '"')).occurredAt()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "2024-06-01T12:10:00Z, true",
    "2024-06-01T12:10:00.000000001Z, false",
    "2024-06-01T12:10:01Z, false",
    "9999-12-31T23:59:59Z, false",
  })
  void time_isAcceptedUpToTenMinutesInTheFuture(String timestamp, boolean accepted) {
    String payload = TestDecoder.order("\"timestamp\":\"" + timestamp + "\"");
    Instant expected = accepted ? Instant.parse(timestamp) : null;
    assertThat(TestDecoder.event(payload).occurredAt()).isEqualTo(expected);
  }
}
