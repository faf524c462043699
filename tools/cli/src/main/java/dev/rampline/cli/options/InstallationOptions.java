package dev.rampline.cli.options;

import dev.rampline.adapter.aws.AwsFaults;
import dev.rampline.adapter.aws.Clients;
import dev.rampline.cli.terminal.CommandFailure;
import dev.rampline.cli.terminal.FailureText;
import dev.rampline.devstack.LocalEnvironment;
import dev.rampline.devstack.LocalStoreClients;
import dev.rampline.devstack.LocalStores;
import dev.rampline.devstack.Ports;
import dev.rampline.devstack.RunningDevStack;
import dev.rampline.embedded.LocalClients;
import dev.rampline.ledger.LedgerUnavailableException;
import dev.rampline.operations.recovery.StoreClients;
import dev.rampline.operations.stack.StackAccess;
import dev.rampline.resources.LedgerTable;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;

/**
 * Options that select an installation: a stack on AWS with {@code --stack}, and otherwise the
 * running {@code ./rampline dev} or {@code ./rampline stores} on this machine.
 */
public final class InstallationOptions {
  private static final String NOT_RUNNING =
      "Cannot connect to the stores. Start `./rampline dev` first, or give its --port-offset.";

  @Mixin private PortOffset portOffset = new PortOffset();

  @ArgGroup(exclusive = false, heading = "%nOn AWS:%n")
  private @Nullable StackOptions stack;

  public PortOffset portOffset() {
    return portOffset;
  }

  public boolean isStack() {
    return stack != null;
  }

  /**
   * Reads the selected stack, at the first call; empty without {@code --stack}.
   *
   * @throws CommandFailure if it does not exist or cannot be read
   */
  public Optional<StackAccess> stack() {
    return Optional.ofNullable(stack).map(StackOptions::read);
  }

  /** Returns the running {@code ./rampline dev} with this port offset, if any. */
  public Optional<RunningDevStack> running() {
    return RunningDevStack.find(ProjectHome.state(), portOffset.value());
  }

  /** Returns the options with which commands select the same installation, after a space. */
  public String arguments() {
    return stack == null ? portOffset.ports().commandOption() : stack.arguments();
  }

  /** Returns the environment in the installation's messages. */
  public String environment() {
    return stack()
        .map(selected -> selected.view().parameter("Environment"))
        .orElse(LocalEnvironment.ENVIRONMENT);
  }

  /** Applies a function to the clients of the table and the queues. */
  public <T> T withStores(Function<StoreClients, T> work) {
    return call(
        () -> {
          try (StoreClients clients =
              stack().map(StackAccess::storeClients).orElseGet(this::runningStores)) {
            return work.apply(clients);
          }
        });
  }

  /**
   * Applies a function to the clients and the environment variables of the installation's
   * functions. On this machine, this command's own variables override those of {@code dev}.
   *
   * @param keys the keys on this machine; a stack has its own
   */
  public <T> T withFunctions(KeyOptions keys, BiFunction<Clients, Map<String, String>, T> work) {
    return call(
        () -> {
          Optional<StackAccess> selected = stack();
          if (selected.isPresent()) {
            return work.apply(selected.get(), selected.get().view().variables());
          }
          Optional<RunningDevStack> running = running();
          try (LocalStores stores = LocalStores.external(portOffset.ports())) {
            return work.apply(
                new LocalStoreClients(stores),
                LocalEnvironment.of(
                    CommandVariables.of(portOffset.ports(), running),
                    stores,
                    keys.resolve(running)));
          }
        });
  }

  /** Runs work on the installation, and explains a failed request to it in a sentence. */
  public <T> T call(Supplier<T> work) {
    try {
      return work.get();
    } catch (SdkException | LedgerUnavailableException failure) {
      throw explained(failure);
    }
  }

  /** Some work reports a failed request in its result, but not that nothing is running. */
  private StoreClients runningStores() {
    StoreClients clients = local(portOffset.ports());
    var _ = clients.tables().listTables();
    return clients;
  }

  /** Explains a failed request to the installation in a sentence. */
  public String explanation(RuntimeException failure) {
    return String.valueOf(explained(failure).getMessage());
  }

  private CommandFailure explained(RuntimeException failure) {
    return switch (failure) {
      case QueueDoesNotExistException _ ->
          new CommandFailure(
              "A queue does not exist. Run `./rampline doctor%s` for details."
                  .formatted(arguments()),
              failure);
      case SdkException request -> stack == null ? localFailure(request) : stack.failure(request);
      case LedgerUnavailableException unavailable
          when unavailable.getCause() instanceof SdkException request ->
          explained(request);
      default -> new CommandFailure(FailureText.of(failure) + ".", failure);
    };
  }

  private static CommandFailure localFailure(SdkException failure) {
    return new CommandFailure(
        failure instanceof SdkClientException
            ? NOT_RUNNING
            : "The stores denied the request, %s: %s."
                .formatted(AwsFaults.name(failure), AwsFaults.description(failure)),
        failure);
  }

  /** Creates clients of the stores that run on this machine. */
  public static StoreClients local(Ports ports) {
    return new StoreClients(
        LocalClients.dynamoDb(ports.dynamoDbOn(Ports.LOOPBACK)),
        LocalClients.sqs(ports.sqsOn(Ports.LOOPBACK)),
        LedgerTable.NAME);
  }
}
