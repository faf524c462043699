package dev.rampline.adapter.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rampline.adapter.PlainTextServer;
import dev.rampline.adapter.UnreachableAddresses;
import dev.rampline.adapter.UnresponsiveServer;
import dev.rampline.adapter.aws.AwsClients;
import dev.rampline.adapter.telemetry.FaultName;
import dev.rampline.event.Subject;
import dev.rampline.failure.FailureCause;
import dev.rampline.ledger.Ledger.Consistency;
import dev.rampline.ledger.LedgerUnavailableException;
import dev.rampline.time.Deadline;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Each failure to reach an AWS service, over real sockets, has its own name in the logs. */
class LedgerFailuresTest {
  @Test
  void unresolvableName() {
    assertFault(FailureCause.NAME_NOT_RESOLVED, UnreachableAddresses.UNRESOLVABLE_URL);
  }

  @Test
  void closedPort() {
    assertFault(FailureCause.CONNECTION_REFUSED, UnreachableAddresses.closedPortUrl());
  }

  @Test
  void serverWithoutTls() {
    try (PlainTextServer server = new PlainTextServer()) {
      assertFault(FailureCause.TLS_FAILED, server.httpsUrl());
    }
  }

  @Test
  void serverThatNeverResponds() {
    try (UnresponsiveServer server = new UnresponsiveServer(UnresponsiveServer.Kind.SILENT)) {
      assertThat(FaultName.ofRootCause(read(server.endpoint().toString(), Duration.ofMillis(400))))
          .isEqualTo(FailureCause.TIMEOUT.text());
    }
  }

  @Test
  void deadlineThatHasPassed() {
    String unused = UnreachableAddresses.closedPortUrl();

    assertThat(FaultName.ofRootCause(read(unused, Duration.ZERO)))
        .isEqualTo(FailureCause.NO_TIME_LEFT.text());
  }

  private static void assertFault(FailureCause cause, String url) {
    LedgerUnavailableException fault = read(url, Duration.ofSeconds(30));

    assertThat(FaultName.ofRootCause(fault)).isEqualTo(cause.text());
    assertThat(fault).hasMessage("DynamoDB: " + cause.text());
  }

  private static LedgerUnavailableException read(String url, Duration time) {
    try (DynamoDbClient client =
        AwsClients.dynamoDb()
            .endpointOverride(URI.create(url))
            .region(Region.US_EAST_1)
            .credentialsProvider(AnonymousCredentialsProvider.create())
            .build()) {
      return catchThrowableOfType(
          LedgerUnavailableException.class,
          () ->
              new DynamoDbLedger(client, "rampline-ledger")
                  .read(
                      Subject.order("o-1"),
                      Consistency.STRONG,
                      Deadline.after(time, InstantSource.system())));
    }
  }
}
