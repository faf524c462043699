package dev.rampline.devkit.emulator;

import java.util.Random;

/** Puts words into bodies as the provider may: in each of its transports, in every spelling. */
final class Envelopes {
  private static final double OTHER_TRANSPORT = 0.1;

  private final Signer signer;
  private final boolean secretKnown;
  private final int unheard;
  private final Dice dice;

  /**
   * @param unheard of how many words in a hundred the good answer gets lost
   */
  Envelopes(ProviderKeys keys, int unheard, Dice dice) {
    this.signer = new Signer(keys);
    this.secretKnown = keys.webhookSecret() != null;
    this.unheard = unheard;
    this.dice = dice;
  }

  /** The word in its likeliest spelling; now and then the good answer to it gets lost. */
  Posting usual(String subject, Word word) {
    return posting(subject, word, Spelling.DATA, dice.percent(unheard) ? 1 : 0);
  }

  /** The same word in another spelling. */
  Posting odd(String subject, Word word) {
    return posting(subject, word, dice.pick(Spelling.ALL), 0);
  }

  private Posting posting(String subject, Word word, Spelling spelling, int unheard) {
    Transport transport = transport();
    long seed = dice.seed();
    return new Posting(
        subject,
        true,
        unheard,
        attempt -> body(transport, spelling, word, attempt, seed + attempt));
  }

  private SignedBody body(Transport transport, Spelling spelling, Word word, int attempt, long iv) {
    return switch (transport) {
      case JWT -> SignedBody.of(spelling.of(signer.jwt(word.claims(attempt))));
      case AES -> SignedBody.of(spelling.of(signer.aes(word.payload(), new Random(iv))));
      case HMAC -> signer.sign(Transport.HMAC, word.payload(), new Random(iv));
    };
  }

  private Transport transport() {
    if (!secretKnown || !dice.chance(2 * OTHER_TRANSPORT)) {
      return Transport.JWT;
    }
    return dice.chance(0.5) ? Transport.AES : Transport.HMAC;
  }
}
