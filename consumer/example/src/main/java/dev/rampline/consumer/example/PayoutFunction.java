package dev.rampline.consumer.example;

import static java.util.Objects.requireNonNull;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.rampline.consumer.DynamoDbHandledStates;
import dev.rampline.consumer.LambdaBatch;
import dev.rampline.consumer.LedgerReader;
import dev.rampline.consumer.QueueMessage;
import dev.rampline.consumer.StateFollower;
import java.io.PrintStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** A Lambda function on the events queue that pays out every completed order once. */
public final class PayoutFunction implements RequestHandler<SQSEvent, SQSBatchResponse> {
  private final StateFollower follower;
  private final PrintStream log;

  /** Creates the function from environment variables. Lambda calls this constructor. */
  public PayoutFunction() {
    this(
        DynamoDbClient.create(),
        System.getenv(),
        // Replace this by the call of your bank.
        (idempotencyKey, order) -> System.out.println("paid: " + idempotencyKey),
        System.out);
  }

  /** Creates the function with a client, the names of its tables, and an output for log lines. */
  public PayoutFunction(
      DynamoDbClient client, Map<String, String> tables, Bank bank, PrintStream log) {
    LedgerReader ledger = new LedgerReader(client, requireNonNull(tables.get("LEDGER_TABLE")));
    Payouts payouts =
        new DynamoDbPayouts(client, requireNonNull(tables.get("PAYOUTS_TABLE")), bank);
    this.log = log;
    this.follower =
        new StateFollower(
            new DynamoDbHandledStates(client, requireNonNull(tables.get("HANDLED_TABLE"))),
            new CompletedOrderHandler(ledger, payouts),
            this::logFailure);
  }

  @Override
  public SQSBatchResponse handleRequest(@Nullable SQSEvent batch, @Nullable Context context) {
    return LambdaBatch.follow(follower, batch);
  }

  /** Logs ids of the queue and classes only, because the others may be or quote personal data. */
  private void logFailure(QueueMessage delivery, Throwable reason) {
    log.println("not handled: " + delivery.id() + ": " + reason.getClass().getName());
  }
}
