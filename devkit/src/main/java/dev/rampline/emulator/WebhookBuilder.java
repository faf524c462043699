package dev.rampline.emulator;

import java.util.Random;

/** Builds webhooks in each of the provider's transports and body formats. */
final class WebhookBuilder {
  private static final double OTHER_TRANSPORT = 0.1;

  private final Signer signer;
  private final boolean hasSecret;
  private final int lostResponsePercent;
  private final EmulatorRandom dice;

  /**
   * @param unheard the percentage of events whose success response gets lost
   */
  WebhookBuilder(ProviderKeys keys, int unheard, EmulatorRandom dice) {
    this.signer = new Signer(keys);
    this.hasSecret = keys.webhookSecret() != null;
    this.lostResponsePercent = unheard;
    this.dice = dice;
  }

  /** A webhook in the most likely format; at times its success response gets lost. */
  PlannedWebhook standard(String subject, EmulatedEvent word) {
    return posting(
        subject, word, WebhookBodyFormat.DATA, dice.percent(lostResponsePercent) ? 1 : 0);
  }

  /** A webhook of the same event in another format. */
  PlannedWebhook variant(String subject, EmulatedEvent word) {
    return posting(subject, word, dice.pick(WebhookBodyFormat.ALL), 0);
  }

  private PlannedWebhook posting(
      String subject, EmulatedEvent word, WebhookBodyFormat spelling, int unheard) {
    WebhookTransport transport = transport();
    long seed = dice.nextSeed();
    return new PlannedWebhook(
        subject,
        true,
        unheard,
        attempt -> body(transport, spelling, word, attempt, seed + attempt));
  }

  private SignedBody body(
      WebhookTransport transport,
      WebhookBodyFormat spelling,
      EmulatedEvent word,
      int attempt,
      long iv) {
    return switch (transport) {
      case JWT -> SignedBody.of(spelling.render(signer.jwt(word.claims(attempt))));
      case AES -> SignedBody.of(spelling.render(signer.aes(word.payload(), new Random(iv))));
      case HMAC -> signer.sign(WebhookTransport.HMAC, word.payload(), new Random(iv));
    };
  }

  private WebhookTransport transport() {
    if (!hasSecret || !dice.chance(2 * OTHER_TRANSPORT)) {
      return WebhookTransport.JWT;
    }
    return dice.chance(0.5) ? WebhookTransport.AES : WebhookTransport.HMAC;
  }
}
