package dev.rampline.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.rampline.adapter.UnreachableAddresses;
import dev.rampline.embedded.LocalClients;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An AWS that refuses this operator's requests, and an operator without access to it. */
@Isolated("The SDK reads system properties.")
class AwsFailuresTest {
  private static final Map<String, String> CREDENTIALS =
      Map.of(
          "aws.accessKeyId", LocalClients.CREDENTIALS,
          "aws.secretAccessKey", LocalClients.CREDENTIALS);
  private static final Map<String, String> NOTHING_ELSE =
      Map.of(
          "aws.configFile", "no-such-file",
          "aws.sharedCredentialsFile", "no-such-file",
          "aws.disableEc2Metadata", "true");

  private final HttpServer aws =
      HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
  private int status = 403;
  private String code = "AccessDenied";
  private String message = "User: me is not authorized to perform: cloudformation:DescribeStacks.";

  AwsFailuresTest() throws IOException {
    aws.createContext("/", this::refuse);
  }

  @BeforeEach
  void start() {
    aws.start();
    CREDENTIALS.forEach(System::setProperty);
    NOTHING_ELSE.forEach(System::setProperty);
  }

  @AfterEach
  void stop() {
    aws.stop(0);
    CREDENTIALS.keySet().forEach(System::clearProperty);
    NOTHING_ELSE.keySet().forEach(System::clearProperty);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          403 | AccessDenied         | not you.                  | AWS denied the request: not you. Use credentials with this permission.
          403 | ExpiredToken         | expired                   | The AWS credentials have expired. Log in again
          403 | InvalidClientTokenId | invalid                   | AWS does not accept the credentials. Check --profile
          400 | ValidationError      | rampline does not exist   | This account and region have no stack rampline. Check --stack
          400 | ValidationError      | bad name                  | AWS refused the request, ValidationError: bad name.
          503 | ServiceUnavailable   | busy                      | AWS cannot answer now, ServiceUnavailable: busy. Run the command again.
          """)
  void refusal_isExplainedInOneLine(int answered, String error, String text, String sentence) {
    status = answered;
    code = error;
    message = text;

    CommandRun run = run("quarantine", "--region", LocalClients.REGION);

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).startsWith(sentence).hasLineCount(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "order order-7",
        "quarantine",
        "redrive --from relay",
        "redrive --from relay --dry-run",
        "republish --all",
        "restore-versions --yes",
        "erase order/order-7",
        "reconcile",
        "reconcile --recheck-since 2026-11-21T08:00:00Z",
        "doctor"
      })
  void everyCommand_explainsADenial(String command) {
    CommandRun run =
        run(
            Stream.concat(Stream.of(command.split(" ")), Stream.of("--region", LocalClients.REGION))
                .toArray(String[]::new));

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("AWS denied the request: User: me").hasLineCount(1);
  }

  @Test
  void missingRegion_isExplained() {
    assumeThat(System.getenv("AWS_REGION")).isNull();

    assertThat(run("order", "order-7"))
        .isEqualTo(failure("No AWS region. Give --region, or set AWS_REGION."));
    assertThat(run("order", "order-7", "--profile", "unknown").err())
        .startsWith("The AWS CLI profile unknown does not exist or has no region. Give --region.");
  }

  @Test
  void missingCredentials_areExplained() {
    assumeThat(System.getenv("AWS_ACCESS_KEY_ID")).isNull();
    CREDENTIALS.keySet().forEach(System::clearProperty);

    assertThat(run("order", "order-7", "--region", LocalClients.REGION))
        .isEqualTo(
            failure(
                "No AWS credentials. Give --profile, or set AWS_ACCESS_KEY_ID and"
                    + " AWS_SECRET_ACCESS_KEY."));
  }

  @Test
  void unknownProfile_isExplained() {
    CommandRun run = run("order", "o", "--region", LocalClients.REGION, "--profile", "unknown");

    assertThat(run)
        .isEqualTo(
            failure("The AWS CLI has no credentials for the profile unknown. Check --profile."));
  }

  @Test
  void unreachableAws_isExplained() {
    CommandRun run =
        CommandRun.of(
            "order",
            "order-7",
            "--stack",
            "rampline",
            "--region",
            LocalClients.REGION,
            "--endpoint-url",
            UnreachableAddresses.closedPortUrl());

    assertThat(run).isEqualTo(failure("Cannot connect to AWS: the connection was refused."));
  }

  @ParameterizedTest
  @ValueSource(strings = {"order order-7", "redrive --from relay", "erase order/order-7"})
  void optionsOfAStack_needAStack(String command) {
    List<String> arguments = List.of((command + " --region eu-central-1").split(" "));

    assertThat(CommandRun.of(arguments.toArray(String[]::new)).code()).isEqualTo(2);
  }

  private CommandRun run(String... arguments) {
    String endpoint =
        "http://%s:%d".formatted(aws.getAddress().getHostString(), aws.getAddress().getPort());
    Stream<String> there = Stream.of("--stack", "rampline", "--endpoint-url", endpoint);
    return CommandRun.of(Stream.concat(Stream.of(arguments), there).toArray(String[]::new));
  }

  private static CommandRun failure(String sentence) {
    return new CommandRun(1, "", sentence + System.lineSeparator());
  }

  private void refuse(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      byte[] answer =
          "<ErrorResponse><Error><Code>%s</Code><Message>%s</Message></Error></ErrorResponse>"
              .formatted(code, message)
              .getBytes(UTF_8);
      exchange.getResponseHeaders().add("Content-Type", "text/xml");
      exchange.sendResponseHeaders(status, answer.length);
      exchange.getResponseBody().write(answer);
    }
  }
}
