package dev.rampline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SigningCommandsTest {
  private static final String TOKEN = "--access-token=an-access-token-of-fair-length-000";
  private static final String SECRET = "--webhook-secret=a-webhook-secret-of-fair-length-0";

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
    CommandRun signed = CommandRun.of("sign", payload, "--transport", transport, TOKEN, SECRET);
    String header = signed.err().replaceFirst("x-OZZOBiT-signature: ", "").strip();
    String body = write("body", signed.out());
    CommandRun verified =
        header.isEmpty()
            ? CommandRun.of("verify", body, "--json", TOKEN, SECRET)
            : CommandRun.of("verify", body, "--json", TOKEN, SECRET, "--signature", header);

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
        CommandRun.of("verify", body, "--access-token=the-newer-one-of-these-two-tokens", TOKEN);

    assertThat(verified.out()).containsPattern("verdict +verified").containsPattern("key +1");
  }

  @Test
  void otherSignature_isRejectedWithAReason() throws IOException {
    String body = write("body", CommandRun.of("sign", payload, TOKEN).out());

    CommandRun rejected =
        CommandRun.of("verify", body, "--json", "--access-token=another-token-of-fair-length-00");

    assertThat(rejected.code()).isEqualTo(1);
    assertThat(json(rejected).path("verdict").asText()).isEqualTo("rejected");
    assertThat(json(rejected).path("reason").asText()).isEqualTo("no-key-fits");
    assertThat(json(rejected).path("status").asInt()).isEqualTo(401);
  }

  @Test
  void transportWithoutAKey_isReportedInOneLine() {
    CommandRun run = CommandRun.of("sign", payload, "--transport", "hmac", TOKEN);

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).hasLineCount(1).contains("--webhook-secret");
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
