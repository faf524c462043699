package dev.rampline.devkit.command;

import dev.rampline.devkit.emulator.Campaign;
import dev.rampline.devkit.emulator.Mischief;
import dev.rampline.devkit.emulator.ProviderBook;
import dev.rampline.devkit.emulator.ProviderKeys;
import dev.rampline.devkit.emulator.Story;
import dev.rampline.devkit.stack.DevKeys;
import dev.rampline.devkit.stack.LocalProvider;
import dev.rampline.devkit.stack.RunningDev;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Runs the emulated provider's API until it is ended. */
@Command(
    name = "provider",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Run the emulated provider's REST API and socket on loopback, until ended, beside ./rampline"
          + " dev --no-provider.",
      "It knows the orders and customers that ./rampline demo draws from the same seed, as they"
          + " stand in the end, and answers whoever holds the current access token. It sends"
          + " nothing: see reconcile."
    })
final class ProviderCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private CampaignOptions campaign = new CampaignOptions();
  @Mixin private KeyOptions keys = new KeyOptions();
  @Mixin private FaultOptions faults = new FaultOptions();
  @Mixin private PortOffset portOffset = new PortOffset();

  @Override
  public Integer call() throws InterruptedException {
    DevKeys held = keys.givenOrOf(RunningDev.find(Home.path(), portOffset.value()));
    if (held.accessTokens().isEmpty() || held.webhookSecrets().isEmpty()) {
      throw new CommandFailure("The provider needs an access token and a webhook secret.");
    }
    ProviderKeys signing =
        new ProviderKeys(held.accessTokens().getFirst(), held.webhookSecrets().getFirst());
    List<Story> stories =
        Campaign.planned(campaign.orders(), campaign.seed(), signing, faults.faults()).stories();
    LocalProvider provider =
        LocalProvider.start(
            portOffset.ports(),
            held,
            ProviderBook.of(stories, InstantSource.system()),
            new Mischief(faults.faults().api(), campaign.seed()));
    new Ending().with(provider);
    PrintWriter out = spec.commandLine().getOut();
    out.printf("ready provider %s socket %s%n", provider.apiUrl(), provider.socket().url());
    out.flush();
    new CountDownLatch(1).await();
    return 0;
  }
}
