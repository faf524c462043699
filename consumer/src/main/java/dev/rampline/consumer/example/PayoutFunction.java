package dev.rampline.consumer.example;

import static java.util.Objects.requireNonNull;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.rampline.consumer.DynamoDbHandledStates;
import dev.rampline.consumer.LedgerReader;
import dev.rampline.consumer.QueueMessage;
import dev.rampline.consumer.StateFollower;
import java.io.PrintStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** A function on the events queue: it pays out every order that has completed, once. */
public final class PayoutFunction implements RequestHandler<SQSEvent, SQSBatchResponse> {
  private final StateFollower follower;
  private final PrintStream log;

  /** As Lambda makes it: from the environment. */
  public PayoutFunction() {
    this(DynamoDbClient.create(), System.getenv(), System.out);
  }

  /** With that client, those names of tables, and lines that go there. */
  public PayoutFunction(DynamoDbClient client, Map<String, String> tables, PrintStream log) {
    LedgerReader ledger = new LedgerReader(client, requireNonNull(tables.get("LEDGER_TABLE")));
    Payouts payouts = new DynamoDbPayouts(client, requireNonNull(tables.get("PAYOUTS_TABLE")), log);
    this.log = log;
    this.follower =
        new StateFollower(
            new DynamoDbHandledStates(client, requireNonNull(tables.get("HANDLED_TABLE"))),
            new CompletedOrderHandler(ledger, payouts),
            this::logFailure);
  }

  @Override
  public SQSBatchResponse handleRequest(@Nullable SQSEvent batch, @Nullable Context context) {
    return follower.follow(batch);
  }

  /** The kind of the fault alone: its text may quote what is nobody's business. */
  private void logFailure(QueueMessage delivery, Throwable reason) {
    log.println("not handled: " + delivery.group() + ": " + reason.getClass().getName());
  }
}
