package dev.rampline.cli.components;

import dev.rampline.cli.options.CommandVariables;
import dev.rampline.cli.options.KeyOptions;
import dev.rampline.cli.options.PortOffset;
import dev.rampline.cli.options.ProjectHome;
import dev.rampline.cli.options.Version;
import dev.rampline.cli.terminal.CommandFailure;
import dev.rampline.devstack.LocalStores;
import dev.rampline.devstack.LocalSubscriber;
import dev.rampline.devstack.RunningDevStack;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import software.amazon.awssdk.core.exception.SdkClientException;

/** Runs the subscriber in this process until it is stopped. */
@Command(
    name = "subscriber",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Run the subscriber beside ./rampline dev --no-subscriber.",
      "Runs until it gets a signal. By default it subscribes to the emulated provider of dev. It"
          + " reads every subscriber setting, such as RAMPLINE_SOCKET_URL. After SIGTERM it writes"
          + " the events that it has received, and exits 0."
    },
    footerHeading = "%nExamples:%n",
    footer = {"  ./rampline subscriber", "  ./rampline subscriber --port-offset 100"})
public final class SubscriberCommand implements Callable<Integer> {
  @Mixin private KeyOptions keys = new KeyOptions();
  @Mixin private PortOffset portOffset = new PortOffset();

  @Override
  public Integer call() {
    Optional<RunningDevStack> running =
        RunningDevStack.find(ProjectHome.state(), portOffset.value());
    try (LocalStores stores = LocalStores.external(portOffset.ports())) {
      return new LocalSubscriber(
              portOffset.ports(),
              stores,
              keys.resolve(running),
              CommandVariables.of(portOffset.ports(), running))
          .run(System.out, System.err);
    } catch (SdkClientException unreachable) {
      throw new CommandFailure(
          "Cannot connect to the stores. Start `./rampline dev --no-subscriber` first.",
          unreachable);
    }
  }
}
