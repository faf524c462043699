package dev.rampline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayCommandTest {
  private static final Path GATEWAY = Path.of("..", "..", "events", "gateway");

  private final RecordingReceiver receiver = new RecordingReceiver();

  @TempDir private Path folder;

  @AfterEach
  void close() {
    receiver.close();
  }

  @Test
  void filesOfAFolder_areSentUnchanged_inOrderOfNames() throws IOException {
    Files.writeString(folder.resolve("b.json"), "{ \"second\" : 2 }\n");
    Files.writeString(folder.resolve("a.txt"), "first \r\n");
    Files.writeString(folder.resolve(".hidden"), "not a capture");

    CommandRun run = replay(folder.toString());

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(receiver.received())
        .extracting(APIGatewayV2HTTPEvent::getBody)
        .containsExactly("first \r\n", "{ \"second\" : 2 }\n");
    assertThat(run.out()).startsWith("200      2\n2 of 2 sent to " + receiver.url());
  }

  @Test
  void gatewayEvent_isSentWithHeadersAndDecodedBody() {
    replay(GATEWAY.resolve("order-completed.hmac.json").toString());
    replay(GATEWAY.resolve("order-completed.jwt-base64.json").toString());
    replay(GATEWAY.resolve("order-completed.jwt-rest.json").toString());

    assertThat(receiver.received().get(0).getHeaders()).containsKey("x-ozzobit-signature");
    assertThat(receiver.received().get(0).getHeaders().get("host")).startsWith("127.0.0.1");
    assertThat(receiver.received().get(1).getBody()).startsWith("{\"data\":\"ey");
    assertThat(receiver.received().get(2).getBody())
        .isEqualTo(receiver.received().get(1).getBody());
  }

  @Test
  void payload_isSignedOnRequest() {
    String payload = Path.of("..", "..", "events", "payloads", "order-created.json").toString();
    replay(payload, "--sign", KeysFile.ofTokens("an-access-token-of-fair-length-000"));

    assertThat(receiver.received().getFirst().getBody()).matches("\\{\"data\":\"ey.+\\..+\\..+\"}");
  }

  @Test
  void rejection_exitsWith1_andNamesTheFile() throws IOException {
    Files.writeString(folder.resolve("invalid.json"), "{}");
    receiver.answerWith(401);

    CommandRun run = replay(folder.toString());
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains("401      1", "invalid.json: 401");
    assertThat(replay(folder.toString(), "--json", "--rate", "100").out())
        .contains("\"answers\":{\"401\":1},\"failures\":[\"invalid.json: 401\"]");
  }

  @Test
  void missingFile_isReportedInOneLine() {
    assertThat(replay(folder.toString()).err()).hasLineCount(1).contains(folder + " has no files");
    assertThat(replay("missing.json").err())
        .hasLineCount(1)
        .contains("file or folder missing.json");
  }

  @Test
  void unreachableReceiver_isReportedInOneLine() {
    receiver.close();

    CommandRun run = replay(GATEWAY.toString());
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).hasLineCount(1).startsWith("Cannot connect to");
  }

  private CommandRun replay(String... what) {
    List<String> arguments = new ArrayList<>(List.of("replay", "--to", receiver.url()));
    arguments.addAll(List.of(what));
    return CommandRun.of(arguments.toArray(String[]::new));
  }
}
