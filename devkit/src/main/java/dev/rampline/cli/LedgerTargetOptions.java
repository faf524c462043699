package dev.rampline.cli;

import dev.rampline.adapter.aws.AwsFaults;
import dev.rampline.devstack.Ports;
import dev.rampline.embedded.LedgerTable;
import dev.rampline.embedded.LocalClients;
import dev.rampline.ledger.LedgerUnavailableException;
import dev.rampline.operations.recovery.StoreClients;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;

/** Whose ledger and queues a command works on: those of this machine, or those on AWS. */
final class LedgerTargetOptions {
  @Mixin private PortOffset portOffset = new PortOffset();

  @ArgGroup(exclusive = false, heading = "%nOn AWS:%n")
  private @Nullable AwsStoreOptions aws;

  boolean isAws() {
    return aws != null;
  }

  /** Does it there. */
  <T> T apply(Function<StoreClients, T> work) {
    try (StoreClients site = aws == null ? local(portOffset.ports()) : aws.clients()) {
      return work.apply(site);
    } catch (QueueDoesNotExistException missing) {
      throw new CommandFailure(
          "There is no such queue there; ./rampline doctor tells more.", missing);
    } catch (SdkException | LedgerUnavailableException unreachable) {
      throw new CommandFailure(
          sentence(unreachable) + ": " + unreachable.getMessage(), unreachable);
    }
  }

  private String sentence(RuntimeException fault) {
    if (fault instanceof SdkException said && !AwsFaults.isTransient(said)) {
      return (aws == null ? "The stores refuse it, " : "AWS refuses it, ") + AwsFaults.name(said);
    }
    return aws == null
        ? "No stores answer; start ./rampline dev first"
        : "AWS does not answer, or cannot be asked";
  }

  private static StoreClients local(Ports ports) {
    return new StoreClients(
        LocalClients.dynamoDb(ports.dynamoDbOn(Ports.LOOPBACK)),
        LocalClients.sqs(ports.sqsOn(Ports.LOOPBACK)),
        LedgerTable.NAME);
  }
}
