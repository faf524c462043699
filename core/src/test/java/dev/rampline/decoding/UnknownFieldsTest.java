package dev.rampline.decoding;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.event.EventFields;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Of an undocumented field, only the name is kept, never the value. */
class UnknownFieldsTest {
  private static final String CANARY = "canary-4711";

  @Test
  void unknownFieldsOfRootAndBody_areKeptByName() {
    EventFields fields =
        TestDecoder.event("{\"lead\":1,\"data\":{\"id\":\"o\",\"card\":{\"pan\":1},\"b\":null}}")
            .fields();
    assertThat(fields.unknownNames()).containsExactly("b", "card", "lead");
    assertThat(fields.values()).containsOnlyKeys("orderId");
  }

  @Test
  void tokenAndEnvelopeMembers_areNotUnknownFields() {
    String payload =
        """
        {"iss":1,"sub":1,"aud":1,"exp":1,"nbf":1,"iat":1,"jti":1,"eventName":"x","event":"x",
         "eventID":"x","eventId":"x","timestamp":1,"createdAt":1,"id":"d","webhookData":{"x":1},
         "data":{"id":"o","kycStatus":"x","newStatus":"x","status":"x","updatedAt":1,"_id":1}}
        """;
    assertThat(TestDecoder.event(payload).fields().unknownNames()).isEmpty();
  }

  @Test
  void names_areLimitedInFormAndLength() {
    String longest = "n".repeat(64);
    List<String> names =
        List.of("_a.b-C9", longest, longest + "n", "9a", "a b", "é", "a\\u0000", "", "a@b.c");
    assertThat(TestDecoder.event(TestDecoder.order(members(names))).fields().unknownNames())
        .containsExactly("_a.b-C9", longest);
  }

  @Test
  void names_areTheFirst32InNaturalOrder_inAnyOrderOfArrival() {
    List<String> names = IntStream.range(100, 200).mapToObj(i -> "n" + i).toList();
    EventFields forwards = TestDecoder.event(TestDecoder.order(members(names))).fields();
    EventFields backwards =
        TestDecoder.event(TestDecoder.order(members(names.reversed()))).fields();
    assertThat(forwards).isEqualTo(backwards);
    assertThat(forwards.unknownNames()).hasSize(32).contains("n100", "n131");
  }

  @Test
  void valuesOfUnknownFields_areDropped() {
    String hostile =
        """
        {"%1$s@x":1,"lead":"%1$s","iat":"%1$s","eventName":"ORDER_COMPLETED",
         "webhookData":{"email":"%1$s"},
         "data":{"id":"o","email":"%1$s","card":{"pan":"%1$s"},"list":["%1$s"],
           "status":{"a":"%1$s"},"network":{"a":"%1$s"},"fiatAmount":"%1$s","createdAt":"%1$s",
           "partnerCustomerId":"%1$s","userId":"%1$s","kycStatus":"%1$s"}}
        """
            .formatted(CANARY);
    assertThat(TestDecoder.decoding(hostile, "list", "card").toString()).doesNotContain(CANARY);
  }

  @Test
  void listedFields_areKept_ifTheyAreScalars() {
    String payload =
        TestDecoder.order(
            "\"text\":\"" + "t".repeat(2_000) + "\"",
            "\"number\":1.50",
            "\"yes\":true",
            "\"nothing\":null",
            "\"nested\":{}",
            "\"other\":1");
    DecodingResult.WithEvent result =
        TestDecoder.result(payload, "text", "number", "yes", "nothing", "nested", "absent");
    EventFields fields = result.event().fields();
    assertThat(fields.values())
        .containsOnlyKeys("orderId", "extra.text", "extra.number", "extra.yes")
        .containsEntry("extra.text", "t".repeat(1024))
        .containsEntry("extra.number", "1.50")
        .containsEntry("extra.yes", "true");
    assertThat(fields.unknownNames()).containsExactly("other");
    assertThat(result.omittedFields()).isOne();
  }

  @Test
  void listedFields_areReadAtTheTopLevelOfTheBodyOnly() {
    String payload = "{\"tier\":\"root\",\"data\":{\"id\":\"o\",\"inner\":{\"tier\":\"deep\"}}}";
    assertThat(TestDecoder.values(payload, "tier")).containsOnlyKeys("orderId");
    assertThat(TestDecoder.values("{\"orderId\":\"o\",\"tier\":\"flat\"}", "tier"))
        .containsEntry("extra.tier", "flat");
  }

  @Test
  void listedFields_ofCustomers_areKept() {
    assertThat(TestDecoder.values(TestDecoder.kyc("\"level\":\"TIER_2\""), "level"))
        .containsEntry("extra.level", "TIER_2");
  }

  private static String members(List<String> names) {
    return names.stream().map(name -> "\"" + name + "\":1").collect(joining(","));
  }
}
