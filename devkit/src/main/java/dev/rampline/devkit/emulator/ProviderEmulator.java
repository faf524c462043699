package dev.rampline.devkit.emulator;

import dev.rampline.devkit.emulator.socket.ProviderSocket;
import dev.rampline.devkit.emulator.socket.SocketUpdate;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/** The provider at work: carries a campaign out on all of its channels. */
public final class ProviderEmulator {
  private final Wires wires;
  private final RetryPolicy policy;

  public ProviderEmulator(Wires wires, RetryPolicy policy) {
    this.wires = Objects.requireNonNull(wires, "wires");
    this.policy = Objects.requireNonNull(policy, "policy");
  }

  /**
   * Where the provider's words go.
   *
   * @param receiver where webhooks are posted
   * @param book what the API answers from
   * @param socket what speaks to whoever listens
   */
  public record Wires(URI receiver, ProviderBook book, ProviderSocket socket) {}

  /**
   * Does everything, and returns once every posting was answered or given up.
   *
   * @param progress hears of each posting as it ends, on any thread
   */
  public List<Receipt> carryOut(Campaign campaign, Consumer<Receipt> progress)
      throws InterruptedException {
    try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        Lanes lanes = new Lanes(new Courier(client, wires.receiver(), policy), progress)) {
      for (Act act : campaign.acts()) {
        perform(act, lanes);
      }
      return lanes.finish();
    }
  }

  private void perform(Act act, Lanes lanes) throws InterruptedException {
    switch (act) {
      case Act.Happens(Word word) -> wires.book().note(word);
      case Act.Posts(Lane lane) -> lanes.begin(lane);
      case Act.Speaks(SocketUpdate update) -> wires.socket().tell(update);
      case Act.Cuts(int refusals) -> {
        wires.socket().refuseNext(refusals);
        wires.socket().cut();
      }
    }
  }
}
