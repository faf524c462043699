package dev.rampline.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.rampline.devstack.DevKeys;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SigningCommandsTest {
  private static final String TOKEN_TEXT = "an-access-token-of-fair-length-000";
  private static final String SECRET_TEXT = "a-webhook-secret-of-fair-length-0";
  private static final String TOKEN = KeysFile.ofTokens(TOKEN_TEXT);
  private static final String SECRET = KeysFile.ofSecrets(SECRET_TEXT);
  private static final String BOTH =
      KeysFile.of(DevKeys.withSigningKeys(List.of(TOKEN_TEXT), List.of(SECRET_TEXT)).document());

  @TempDir private Path folder;
  private String payload = "";

  @BeforeEach
  void writePayload() throws IOException {
    payload =
        write("payload.json", "{\"eventName\":\"ORDER_COMPLETED\",\"data\":{\"id\":\"o-1\"}}\n");
  }

  @ParameterizedTest
  @CsvSource({"jwt,jwt", "AES,aes", "hmac,hmac"})
  void signedPayload_isVerified(String transport, String expected) throws IOException {
    CommandRun signed = CommandRun.of("sign", payload, "--transport", transport, BOTH);
    String header = signed.err().replaceFirst("x-OZZOBiT-signature: ", "").strip();
    String body = write("body", signed.out());
    CommandRun verified =
        header.isEmpty()
            ? CommandRun.of("verify", body, "--json", BOTH)
            : CommandRun.of("verify", body, "--json", BOTH, "--signature", header);

    JsonNode verdict = json(verified);
    assertThat(verified.code()).isZero();
    assertThat(verdict.path("verdict").asText()).isEqualTo("verified");
    assertThat(verdict.path("transport").asText()).isEqualTo(expected);
    assertThat(verdict.at("/event/subject").asText()).isEqualTo("order/o-1");
    assertThat(verdict.at("/event/state").asText()).isEqualTo("completed");
  }

  @Test
  void earlierKey_isReportedByItsPosition() throws IOException {
    String body = write("body", CommandRun.of("sign", payload, TOKEN).out());

    CommandRun verified =
        CommandRun.of(
            "verify", body, KeysFile.ofTokens("the-newer-one-of-these-two-tokens", TOKEN_TEXT));

    assertThat(verified.out()).containsPattern("verdict +verified").containsPattern("key +1");
  }

  @Test
  void otherSignature_isRejectedWithAReason() throws IOException {
    String body = write("body", CommandRun.of("sign", payload, TOKEN).out());

    CommandRun rejected =
        CommandRun.of(
            "verify", body, "--json", KeysFile.ofTokens("another-token-of-fair-length-00"));

    assertThat(rejected.code()).isEqualTo(1);
    assertThat(json(rejected).path("verdict").asText()).isEqualTo("rejected");
    assertThat(json(rejected).path("reason").asText()).isEqualTo("no-key-fits");
    assertThat(json(rejected).path("status").asInt()).isEqualTo(401);
  }

  @Test
  void bodyWithAnAddedLineBreak_isExplained() throws IOException {
    String token = CommandRun.of("sign", payload, TOKEN).out();
    String bare = new JsonMapper().readTree(token).path("data").asText();
    CommandRun hmac = CommandRun.of("sign", payload, "--transport", "hmac", SECRET);
    String header = hmac.err().replaceFirst("x-OZZOBiT-signature: ", "").strip();

    CommandRun ofToken = CommandRun.of("verify", write("token", bare + "\n"), TOKEN);
    CommandRun ofHmac =
        CommandRun.of("verify", write("hmac", hmac.out() + "\r\n"), SECRET, "--signature", header);

    assertThat(ofToken.code()).isEqualTo(1);
    assertThat(ofToken.out()).containsPattern("hint +The body is valid without the line break");
    assertThat(ofHmac.code()).isEqualTo(1);
    assertThat(ofHmac.out()).containsPattern("hint +The body is valid without the line break");
    assertThat(CommandRun.of("verify", write("other", "no token\n"), TOKEN).out())
        .contains("rejected")
        .doesNotContain("hint");
  }

  @ParameterizedTest
  @CsvSource({"headers,\"%s\"", "multiValueHeaders,[\"%s\"]"})
  void capturedEvent_isReadWithItsSignature(String member, String value) throws IOException {
    CommandRun hmac = CommandRun.of("sign", payload, "--transport", "hmac", SECRET);
    String header = hmac.err().replaceFirst("x-OZZOBiT-signature: ", "").strip();
    String event =
        "{'requestContext':{},'%s':{'X-OZZOBIT-Signature':%s},'body':'%s','isBase64Encoded':true}"
            .formatted(member, value.formatted(header), base64(gzip(hmac.out().getBytes(UTF_8))));

    CommandRun run =
        CommandRun.of("verify", write("event.json", event.replace('\'', '"')), "--json", SECRET);

    assertThat(run.code()).isZero();
    assertThat(json(run).at("/event/subject").asText()).isEqualTo("order/o-1");
  }

  private static byte[] gzip(byte[] content) throws IOException {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(compressed)) {
      out.write(content);
    }
    return compressed.toByteArray();
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  @Test
  void transportWithoutAKey_isReportedInOneLine() {
    CommandRun run = CommandRun.of("sign", payload, "--transport", "hmac", TOKEN);

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).hasLineCount(1).contains("webhookSecrets");
  }

  @Test
  void missingFile_isReportedInOneLine() {
    CommandRun run = CommandRun.of("verify", folder.resolve("none").toString(), TOKEN);

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).hasLineCount(1).startsWith("No file");
  }

  @Test
  void unreadableFile_isReportedInOneLine() {
    CommandRun run = CommandRun.of("verify", folder.toString(), TOKEN);

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).hasLineCount(1).contains("Cannot read");
  }

  @Test
  void json_containsBodyAndHeaders() throws IOException {
    JsonNode signed = json(CommandRun.of("sign", payload, "--json", "--transport", "hmac", SECRET));

    assertThat(signed.path("body").asText()).isEqualTo(Files.readString(Path.of(payload)));
    assertThat(signed.at("/headers/x-OZZOBiT-signature").asText()).hasSize(64);
  }

  private String write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private static JsonNode json(CommandRun run) throws IOException {
    return new JsonMapper().readTree(run.out());
  }
}
