package dev.rampline.devkit.doctor;

import dev.rampline.adapter.ozzobit.OzzobitProvider;
import dev.rampline.adapter.ozzobit.ProviderApi;
import dev.rampline.adapter.settings.ProviderSettings;
import dev.rampline.devkit.doctor.Finding.Fine;
import dev.rampline.devkit.doctor.Finding.Skipped;
import dev.rampline.devkit.doctor.Finding.Wrong;
import dev.rampline.reconcile.ProviderUnavailableException;
import dev.rampline.reconcile.UnreadableAnswerException;
import dev.rampline.time.Deadline;
import dev.rampline.time.Pause;
import dev.rampline.verification.InvalidKeysException;
import dev.rampline.verification.KeyRing;
import dev.rampline.verification.Keys;
import dev.rampline.verification.KeysDocument;
import dev.rampline.verification.KeysUnavailableException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;

/**
 * Whether the provider's API can be reached from here, and lists orders for the keys at hand.
 *
 * @param document reads the keys
 */
record ProviderAnswer(ProviderSettings settings, Supplier<String> document, Knock knock)
    implements Check {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @Override
  public String name() {
    return "provider";
  }

  @Override
  public List<Finding> look() throws InterruptedException {
    return switch (knock.get(settings.url())) {
      case Knock.Reply.Silent(String why) ->
          List.of(
              new Wrong(
                  "%s does not answer: %s.".formatted(settings.url(), why),
                  "Compare the URL with the provider's (ProviderUrl, RAMPLINE_PROVIDER_URL), and"
                      + " see whether this machine has a way there."));
      case Knock.Reply.Answered answered -> List.of(ask());
    };
  }

  private Finding ask() {
    try {
      return ask(KeysDocument.parse(document.get()).keys());
    } catch (InvalidKeysException | KeysUnavailableException none) {
      return new Skipped("It answers; without keys it is not asked for more.");
    }
  }

  private Finding ask(Keys keys) {
    InstantSource clock = InstantSource.system();
    try (ProviderApi api =
        new ProviderApi(settings.url(), clock, new SecureRandom(), Pause.real())) {
      new OzzobitProvider(
              api, settings.auth(), settings.perSecond(), KeyRing.fixed(keys), Pause.real())
          .orders(1, Deadline.after(PATIENCE, clock));
      return new Fine("It lists its orders.");
    } catch (ProviderUnavailableException | UnreadableAnswerException fault) {
      return new Wrong(
          "It is there, and does not list its orders: %s.".formatted(fault.getMessage()),
          "For a 401 or a missing key: compare ProviderAuth with what it wants, and the keys with"
              + " its dashboard; for the rest "
              + Runbook.entry("rampline-reconcile-stopped"));
    }
  }
}
