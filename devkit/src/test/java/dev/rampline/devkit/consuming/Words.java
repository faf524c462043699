package dev.rampline.devkit.consuming;

import dev.rampline.observation.Channel;
import dev.rampline.observation.Claim;
import dev.rampline.observation.Details;
import dev.rampline.observation.Observation;
import dev.rampline.observation.Reception;
import dev.rampline.observation.State;
import dev.rampline.observation.Subject;
import dev.rampline.observation.Word;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** What the provider says. */
final class Words {
  private static final Instant AT = Instant.parse("2026-03-01T10:00:00Z");

  private Words() {}

  static Observation signed(Subject subject, State state) {
    return word(subject, state, Details.NONE, Reception.ofWebhook(AT, null));
  }

  static Observation withWallet(Subject subject, State state) {
    Details details = new Details(Map.of("walletAddress", "0x1"), Set.of());
    return word(subject, state, details, Reception.ofWebhook(AT, null));
  }

  static Observation fetched(Subject subject, State state, long askedAtVersion) {
    return word(subject, state, Details.NONE, Reception.ofAnswer(AT, askedAtVersion, false));
  }

  static Claim claimed(Subject subject, State state) {
    return new Claim(subject, state, Channel.SOCKET, AT);
  }

  private static Observation word(
      Subject subject, State state, Details details, Reception reception) {
    Word word = new Word(state, null, null, null, state.name());
    return new Observation(subject, word, details, null, reception);
  }
}
