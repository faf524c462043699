package dev.rampline.cli.options;

import dev.rampline.adapter.aws.AwsFaults;
import dev.rampline.cli.terminal.CommandFailure;
import dev.rampline.devstack.Ports;
import dev.rampline.embedded.LocalClients;
import dev.rampline.ledger.LedgerUnavailableException;
import dev.rampline.operations.recovery.StoreClients;
import dev.rampline.resources.LedgerTable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;

/** Options that select the ledger and the queues: on this machine, or on AWS. */
public final class LedgerTargetOptions {
  @Mixin private PortOffset portOffset = new PortOffset();

  @ArgGroup(exclusive = false, heading = "%nOn AWS:%n")
  private @Nullable AwsStoreOptions aws;

  public PortOffset portOffset() {
    return portOffset;
  }

  public boolean isAws() {
    return aws != null;
  }

  /** Applies a function to the clients of the selected stores. */
  public <T> T apply(Function<StoreClients, T> work) {
    try (StoreClients clients = aws == null ? local(portOffset.ports()) : aws.clients()) {
      return work.apply(clients);
    } catch (QueueDoesNotExistException missing) {
      throw new CommandFailure(
          "A queue does not exist. Run `./rampline doctor` for details.", missing);
    } catch (SdkException | LedgerUnavailableException unreachable) {
      throw new CommandFailure(
          sentence(unreachable) + ": " + detail(unreachable) + ".", unreachable);
    }
  }

  private static String detail(RuntimeException fault) {
    return fault instanceof SdkException failure
        ? AwsFaults.description(failure)
        : String.valueOf(fault.getMessage());
  }

  private String sentence(RuntimeException fault) {
    if (fault instanceof SdkException failure && !AwsFaults.isTransient(failure)) {
      return (aws == null ? "The stores denied the request, " : "AWS denied the request, ")
          + AwsFaults.name(failure);
    }
    return aws == null
        ? "Cannot connect to the stores. Start `./rampline dev` first"
        : "Cannot connect to AWS";
  }

  /** Creates clients of the stores that run on this machine. */
  public static StoreClients local(Ports ports) {
    return new StoreClients(
        LocalClients.dynamoDb(ports.dynamoDbOn(Ports.LOOPBACK)),
        LocalClients.sqs(ports.sqsOn(Ports.LOOPBACK)),
        LedgerTable.NAME);
  }
}
