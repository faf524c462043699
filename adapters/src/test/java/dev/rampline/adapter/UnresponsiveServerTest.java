package dev.rampline.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rampline.adapter.dynamodb.DynamoDbLedger;
import dev.rampline.adapter.secretsmanager.SecretsManagerKeySource;
import dev.rampline.adapter.sqs.SqsPublisher;
import dev.rampline.event.Subject;
import dev.rampline.ingest.Publisher;
import dev.rampline.ledger.Ledger;
import dev.rampline.ledger.Ledger.Consistency;
import dev.rampline.ledger.LedgerUnavailableException;
import dev.rampline.ledger.SampleRecords;
import dev.rampline.message.CloudEventMessage;
import dev.rampline.time.Deadline;
import dev.rampline.verification.KeysUnavailableException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Every call ends at its deadline if the server does not respond. */
@ParameterizedClass
@EnumSource(UnresponsiveServer.Kind.class)
final class UnresponsiveServerTest {
  private static final Duration LIMIT = Duration.ofMillis(500);
  private static final Duration LIMIT_OF_KEYS = Duration.ofSeconds(2);

  /** Time for a connect that cannot be interrupted, and for a busy machine. */
  private static final Duration SLACK = Duration.ofSeconds(1);

  private final Subject subject = SampleRecords.freshOrder();
  private final UnresponsiveServer server;
  private final AwsUnderTest aws;

  UnresponsiveServerTest(UnresponsiveServer.Kind kind) {
    server = new UnresponsiveServer(kind);
    aws = AwsUnderTest.at(server.endpoint());
  }

  /** The first call loads the SDK's classes, which may take longer than the limit. */
  @BeforeEach
  void warmUp() {
    try (DynamoDbClient client = aws.dynamoDb()) {
      assertThatThrownBy(
          () -> new DynamoDbLedger(client, "table").read(subject, Consistency.STRONG, soon()));
    }
  }

  @AfterEach
  void closeServer() {
    server.close();
  }

  @Test
  void unresponsiveLedger_isUnavailableAtTheDeadline() {
    try (DynamoDbClient client = aws.dynamoDb()) {
      Ledger ledger = new DynamoDbLedger(client, "table");

      assertThat(
              timeOf(
                  () ->
                      assertThatThrownBy(() -> ledger.read(subject, Consistency.STRONG, soon()))
                          .isInstanceOf(LedgerUnavailableException.class)))
          .isLessThan(LIMIT.plus(SLACK));
      assertThat(
              timeOf(
                  () ->
                      assertThatThrownBy(() -> ledger.write(SampleRecords.first(subject), soon()))
                          .isInstanceOf(LedgerUnavailableException.class)))
          .isLessThan(LIMIT.plus(SLACK));
      assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }
  }

  @Test
  void unresponsiveQueue_leavesTheMessageUnsentAtTheDeadline() {
    CloudEventMessage message = new CloudEventMessage(subject.text() + "/1", subject, "{}", null);
    try (SqsClient client = aws.sqs()) {
      Publisher publisher = new SqsPublisher(client, server.endpoint() + "/000000000000/q.fifo");

      assertThat(
              timeOf(
                  () ->
                      assertThat(publisher.publish(List.of(message), soon()))
                          .extracting(Publisher.Unsent::permanent)
                          .containsExactly(false)))
          .isLessThan(LIMIT.plus(SLACK));
    }
  }

  @Test
  void unresponsiveKeyStore_isUnavailableAfterTwoSeconds() {
    try (SecretsManagerClient client = aws.secretsManager()) {
      assertThat(
              timeOf(
                  () ->
                      assertThatThrownBy(
                              new SecretsManagerKeySource(client, "rampline/keys", null)::read)
                          .isInstanceOf(KeysUnavailableException.class)))
          .isLessThan(LIMIT_OF_KEYS.plus(SLACK));
    }
  }

  private static Duration timeOf(Runnable call) {
    long start = System.nanoTime();
    call.run();
    return Duration.ofNanos(System.nanoTime() - start);
  }

  private static Deadline soon() {
    return Deadline.after(LIMIT, InstantSource.system());
  }
}
