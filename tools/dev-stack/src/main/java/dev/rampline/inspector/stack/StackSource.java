package dev.rampline.inspector.stack;

import dev.rampline.adapter.aws.AwsFaults;
import dev.rampline.adapter.wiring.Closer;
import dev.rampline.devstack.OutageListener;
import dev.rampline.devstack.StreamDriver;
import dev.rampline.devstack.StreamPace;
import dev.rampline.inspector.EventStore;
import dev.rampline.inspector.LedgerStreamListener;
import dev.rampline.inspector.RecordLookup;
import dev.rampline.inspector.RecordLookup.LookupFailure;
import dev.rampline.inspector.stack.SourceProblems.Part;
import dev.rampline.ledger.LedgerUnavailableException;
import dev.rampline.operations.stack.StackAccess;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.Function;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/**
 * Fills an event store from a stack: from the ledger table, its stream and the logs of the
 * functions. It only reads, and goes on when a part cannot be read. Closing it stops its threads.
 */
public final class StackSource implements AutoCloseable {
  /** AWS accepts no request from a machine whose clock differs by more. */
  private static final Duration CLOCK_DIFFERENCE = Duration.ofMinutes(15);

  private static final Duration RETRY_INTERVAL = Duration.ofSeconds(30);

  private final Closer closer = new Closer();
  private final CountDownLatch polled = new CountDownLatch(1);
  private final Settings settings;
  private final SourceProblems problems;
  private final StackRecords records;

  private StackSource(StackAccess stack, EventStore store, Settings settings) {
    this.settings = settings;
    this.problems = new SourceProblems(settings.notices());
    DynamoDbClient tables = closer.register(stack.dynamoDb());
    String table = stack.view().ledgerTable();
    this.records = new StackRecords(tables, table, store, this::reason);
    Instant now = Instant.now();
    closer.register(
        StreamDriver.start(
            "ledger-watch",
            stack.aws().client(DynamoDbStreamsClient.builder()),
            () -> streamArn(tables, table),
            new LedgerStreamListener(store, now.minus(CLOCK_DIFFERENCE)),
            StreamPace.AWS,
            new StreamState()));
    FunctionLogs logs =
        closer.register(
            new FunctionLogs(
                stack.aws().client(CloudWatchLogsClient.builder()),
                stack.view().logGroups(),
                now.minus(settings.logHistory()),
                store::addLogText,
                problems,
                this::reason));
    logs.start();
  }

  /** Starts to read. */
  public static StackSource start(StackAccess stack, EventStore store, Settings settings) {
    return new StackSource(stack, store, settings);
  }

  private static String streamArn(DynamoDbClient tables, String table) {
    String arn = tables.describeTable(wanted -> wanted.tableName(table)).table().latestStreamArn();
    if (arn == null) {
      throw new IllegalStateException("The table %s has no stream.".formatted(table));
    }
    return arn;
  }

  /** Every request is repeated, so nothing has to be done if AWS cannot answer for the moment. */
  private String reason(RuntimeException failure) {
    Throwable cause = failure instanceof LedgerUnavailableException ? failure.getCause() : failure;
    return cause instanceof AwsServiceException response && AwsFaults.isTransient(response)
        ? "AWS cannot answer now (%s).".formatted(AwsFaults.name(response))
        : settings.explain().apply(failure);
  }

  /** Waits until the stream was read once, or could not be read. */
  public void awaitFirstPoll() throws InterruptedException {
    polled.await();
  }

  /** Returns what cannot be read at the moment, as sentences. */
  public List<String> problems() {
    return problems.current();
  }

  /** Returns the look-ups in the ledger table. */
  public RecordLookup lookup() {
    return records;
  }

  @Override
  public void close() {
    closer.close();
  }

  /**
   * How to read.
   *
   * @param openRecords whether to add the open records at the start
   * @param logHistory how far back to read the logs at the start
   * @param explain explains a failure, other than that AWS cannot answer now, in a sentence
   * @param notices gets a sentence when a problem begins, changes or ends
   */
  public record Settings(
      boolean openRecords,
      Duration logHistory,
      Function<RuntimeException, String> explain,
      Consumer<String> notices) {}

  /** Adds the open records after the first poll, so that no later change is missed. */
  private final class StreamState implements OutageListener {
    private Instant nextAttempt = settings.openRecords() ? Instant.MIN : Instant.MAX;

    @Override
    public void success() {
      problems.end(Part.CHANGES);
      addOpenRecords();
    }

    @Override
    public void failure(RuntimeException fault) {
      problems.begin(Part.CHANGES, reason(fault));
      addOpenRecords();
    }

    private void addOpenRecords() {
      Instant now = Instant.now();
      if (nextAttempt.isBefore(now)) {
        try {
          records.addOpen();
          nextAttempt = Instant.MAX;
          problems.end(Part.OPEN_RECORDS);
        } catch (LookupFailure failure) {
          nextAttempt = now.plus(RETRY_INTERVAL);
          problems.begin(Part.OPEN_RECORDS, String.valueOf(failure.getMessage()));
        }
      }
      polled.countDown();
    }
  }
}
