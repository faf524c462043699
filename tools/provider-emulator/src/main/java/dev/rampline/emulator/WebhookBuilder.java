package dev.rampline.emulator;

import java.util.Random;

/** Builds webhooks in each of the provider's transports and body formats. */
final class WebhookBuilder {
  private static final double OTHER_TRANSPORT = 0.1;

  private final Signer signer;
  private final boolean hasSecret;
  private final int lostResponsePercent;
  private final EmulatorRandom random;

  /**
   * @param lostPercent the percentage of events whose success response gets lost
   */
  WebhookBuilder(ProviderKeys keys, int lostPercent, EmulatorRandom random) {
    this.signer = new Signer(keys);
    this.hasSecret = keys.webhookSecret() != null;
    this.lostResponsePercent = lostPercent;
    this.random = random;
  }

  /** A webhook in the most likely format; at times its success response gets lost. */
  PlannedWebhook standard(String subject, EmulatedEvent event) {
    return posting(
        subject, event, WebhookBodyFormat.DATA, random.percent(lostResponsePercent) ? 1 : 0);
  }

  /** A webhook of the same event in another format. */
  PlannedWebhook variant(String subject, EmulatedEvent event) {
    return posting(subject, event, random.pick(WebhookBodyFormat.ALL), 0);
  }

  private PlannedWebhook posting(
      String subject, EmulatedEvent event, WebhookBodyFormat spelling, int lostPercent) {
    WebhookTransport transport = transport();
    long seed = random.nextSeed();
    return new PlannedWebhook(
        subject,
        true,
        lostPercent,
        attempt -> body(transport, spelling, event, attempt, seed + attempt));
  }

  private SignedBody body(
      WebhookTransport transport,
      WebhookBodyFormat spelling,
      EmulatedEvent event,
      int attempt,
      long iv) {
    return switch (transport) {
      case JWT -> SignedBody.of(spelling.render(signer.jwt(event.claims(attempt))));
      case AES -> SignedBody.of(spelling.render(signer.aes(event.payload(), new Random(iv))));
      case HMAC -> signer.sign(WebhookTransport.HMAC, event.payload(), new Random(iv));
    };
  }

  private WebhookTransport transport() {
    if (!hasSecret || !random.chance(2 * OTHER_TRANSPORT)) {
      return WebhookTransport.JWT;
    }
    return random.chance(0.5) ? WebhookTransport.AES : WebhookTransport.HMAC;
  }
}
