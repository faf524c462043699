package dev.rampline.adapter.wiring;

import dev.rampline.adapter.aws.Clients;
import dev.rampline.adapter.configuration.ConfigurationException;
import dev.rampline.adapter.configuration.KeysLocation;
import dev.rampline.adapter.secretsmanager.SecretsManagerKeySource;
import dev.rampline.adapter.telemetry.EventLog;
import dev.rampline.adapter.telemetry.LoggedKeySource;
import dev.rampline.verification.CachedKeyRing;
import dev.rampline.verification.InvalidKeysException;
import dev.rampline.verification.KeyRing;
import dev.rampline.verification.KeySource;
import dev.rampline.verification.KeysDocument;
import java.time.InstantSource;

/** Creates the key ring of a process. */
final class KeyRingFactory {
  private final String process;
  private final Clients clients;
  private final EventLog eventLog;
  private final InstantSource clock;

  KeyRingFactory(String process, Clients clients, EventLog eventLog, InstantSource clock) {
    this.process = process;
    this.clients = clients;
    this.eventLog = eventLog;
    this.clock = clock;
  }

  KeyRing at(KeysLocation location) {
    return switch (location) {
      case KeysLocation.SecretsManager secrets -> cached(secrets);
      case KeysLocation.Inline inline -> fixed(inline);
    };
  }

  private KeyRing cached(KeysLocation.SecretsManager location) {
    KeySource secrets =
        new SecretsManagerKeySource(
            clients.secretsManager(), location.secretId(), location.apiSecretId());
    return new CachedKeyRing(new LoggedKeySource(process, secrets, eventLog, clock), clock);
  }

  private KeyRing fixed(KeysLocation.Inline inline) {
    String document = inline.document().text();
    KeySource source =
        inline.acceptsSamples()
            ? () -> KeysDocument.parseAcceptingSamples(document)
            : () -> KeysDocument.parse(document);
    try {
      return KeyRing.fixed(new LoggedKeySource(process, source, eventLog, clock).read().keys());
    } catch (InvalidKeysException invalid) {
      throw new ConfigurationException(
          "RAMPLINE_KEYS", "cannot be used: " + invalid.getMessage(), invalid);
    }
  }
}
