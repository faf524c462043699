package dev.rampline.adapter.assembly;

import dev.rampline.adapter.aws.Clients;
import dev.rampline.adapter.secretsmanager.SecretsManagerKeySource;
import dev.rampline.adapter.settings.ConfigurationException;
import dev.rampline.adapter.settings.KeysLocation;
import dev.rampline.adapter.telemetry.Journal;
import dev.rampline.adapter.telemetry.JournaledKeySource;
import dev.rampline.verification.CachedKeyRing;
import dev.rampline.verification.InvalidKeysException;
import dev.rampline.verification.KeyRing;
import dev.rampline.verification.KeySource;
import dev.rampline.verification.KeysDocument;
import java.time.InstantSource;

/** Makes the key ring of a process, wherever its keys are. */
final class KeyRings {
  private final String process;
  private final Clients clients;
  private final Journal journal;
  private final InstantSource clock;

  KeyRings(String process, Clients clients, Journal journal, InstantSource clock) {
    this.process = process;
    this.clients = clients;
    this.journal = journal;
    this.clock = clock;
  }

  KeyRing at(KeysLocation location) {
    return switch (location) {
      case KeysLocation.SecretsManager(String secretId) -> cached(secretId);
      case KeysLocation.Given given -> fixed(given);
    };
  }

  private KeyRing cached(String secretId) {
    KeySource secret = new SecretsManagerKeySource(clients.secretsManager(), secretId);
    return new CachedKeyRing(new JournaledKeySource(process, secret, journal, clock), clock);
  }

  private KeyRing fixed(KeysLocation.Given given) {
    KeySource variable = () -> KeysDocument.parse(given.document().text());
    try {
      return KeyRing.fixed(new JournaledKeySource(process, variable, journal, clock).read().keys());
    } catch (InvalidKeysException invalid) {
      throw new ConfigurationException("RAMPLINE_KEYS", "cannot be used: " + invalid.getMessage());
    }
  }
}
