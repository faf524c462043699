package dev.rampline.devstack;

import dev.rampline.adapter.configuration.KeysLocation;
import dev.rampline.resources.LedgerTable;
import java.util.HashMap;
import java.util.Map;

/** The environment variables of local functions. */
public final class LocalEnvironment {
  /** The {@code source} attribute of every local message. */
  public static final String ENVIRONMENT = "staging";

  private LocalEnvironment() {}

  /** Returns the variables of a function that uses these stores and keys. */
  public static Map<String, String> of(
      Map<String, String> variables, LocalStores stores, DevKeys keys) {
    Map<String, String> environment = new HashMap<>(variables);
    // The keys are set directly, and the configuration allows only one source.
    environment.remove("RAMPLINE_SECRET_ID");
    environment.remove(KeysLocation.API_SECRET_ID);
    // The keys of events/keys.json are for laptops.
    environment.put(KeysLocation.SAMPLE_KEYS, "accept");
    environment.put("RAMPLINE_TABLE", LedgerTable.NAME);
    environment.put("RAMPLINE_QUEUE_URL", stores.queues().events().toString());
    environment.put("RAMPLINE_RELAY_DEAD_QUEUE_URL", stores.queues().relayDead().toString());
    environment.put("RAMPLINE_RETRY_QUEUE_URL", stores.queues().retry().toString());
    environment.put("RAMPLINE_QUARANTINE_QUEUE_URL", stores.queues().quarantine().toString());
    environment.put("RAMPLINE_RETRY_DEAD_QUEUE_URL", stores.queues().retryDead().toString());
    environment.put("RAMPLINE_KEYS", keys.document());
    environment.put("RAMPLINE_ENVIRONMENT", ENVIRONMENT);
    return environment;
  }
}
