package dev.rampline.cli.components;

import dev.rampline.cli.options.EmulatorDataOptions;
import dev.rampline.cli.options.FaultOptions;
import dev.rampline.cli.options.KeyOptions;
import dev.rampline.cli.options.PortOffset;
import dev.rampline.cli.options.ProjectHome;
import dev.rampline.cli.options.Version;
import dev.rampline.cli.terminal.CommandFailure;
import dev.rampline.cli.terminal.JsonLines;
import dev.rampline.cli.terminal.ShutdownHooks;
import dev.rampline.devstack.DevKeys;
import dev.rampline.devstack.LocalProvider;
import dev.rampline.devstack.RunningDevStack;
import dev.rampline.emulator.ApiFaultInjector;
import dev.rampline.emulator.EmulatedScenario;
import dev.rampline.emulator.EmulationPlan;
import dev.rampline.emulator.ProviderKeys;
import dev.rampline.emulator.ProviderState;
import java.io.PrintWriter;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the emulated provider until it is stopped. */
@Command(
    name = "provider",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Run the emulated provider for ./rampline dev --no-provider.",
      "Runs the REST API and the socket on loopback until you stop it. It serves the final state of"
          + " the orders and customers that ./rampline demo generates from the same seed. Callers"
          + " need the current access token. It sends no events: use reconcile."
    },
    footerHeading = "%nExamples:%n",
    footer = {"  ./rampline provider", "  ./rampline provider --orders 1000 --fault api.reject=20"})
public final class ProviderCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private EmulatorDataOptions emulatorData = new EmulatorDataOptions();
  @Mixin private KeyOptions keys = new KeyOptions();
  @Mixin private FaultOptions faults = new FaultOptions();
  @Mixin private PortOffset portOffset = new PortOffset();

  @Option(names = "--json", description = "Print the URLs as one line of JSON.")
  private boolean json;

  @Override
  public Integer call() throws InterruptedException {
    DevKeys used = keys.resolve(RunningDevStack.find(ProjectHome.state(), portOffset.value()));
    if (used.accessTokens().isEmpty() || used.webhookSecrets().isEmpty()) {
      throw new CommandFailure("The provider needs an access token and a webhook secret.");
    }
    ProviderKeys signing =
        new ProviderKeys(used.accessTokens().getFirst(), used.webhookSecrets().getFirst());
    List<EmulatedScenario> scenarios =
        EmulationPlan.generate(emulatorData.orders(), emulatorData.seed(), signing, faults.faults())
            .scenarios();
    LocalProvider provider =
        LocalProvider.start(
            portOffset.ports(),
            used,
            ProviderState.of(scenarios, InstantSource.system()),
            new ApiFaultInjector(faults.faults().api(), emulatorData.seed()));
    new ShutdownHooks().closeOnExit(provider);
    announce(provider.apiUrl(), provider.socket().url());
    new CountDownLatch(1).await();
    return 0;
  }

  private void announce(URI api, URI socket) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      JsonLines.print(
          out, JsonLines.object().put("provider", api.toString()).put("socket", socket.toString()));
    } else {
      out.printf("ready provider %s socket %s%n", api, socket);
      out.flush();
    }
  }
}
