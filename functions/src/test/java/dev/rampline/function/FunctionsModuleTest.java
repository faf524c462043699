package dev.rampline.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FunctionsModuleTest {
  private static final URI NOTHING = URI.create("http://127.0.0.1:1");
  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "RAMPLINE_TABLE",
          "rampline-ledger",
          "RAMPLINE_QUEUE_URL",
          NOTHING + "/0/events.fifo",
          "RAMPLINE_RETRY_QUEUE_URL",
          NOTHING + "/0/retry",
          "RAMPLINE_QUARANTINE_QUEUE_URL",
          NOTHING + "/0/quarantine",
          "RAMPLINE_PROVIDER_URL",
          "https://provider.example/api",
          "RAMPLINE_KEYS",
          "{\"accessTokens\":[\"an-access-token-of-a-length-that-is-fair\"],\"apiKay\":\"misspelled\"}");

  private final List<String> lines = new ArrayList<>();
  private final FunctionsModule module =
      new FunctionsModule(
          new LoopbackClients(NOTHING, NOTHING, NOTHING),
          line -> lines.add(line.json()),
          InstantSource.system());

  @Test
  void warningAboutTheKeys_namesTheFunction() {
    var _ = module.webhook(WebhookConfiguration.of(ENVIRONMENT));
    var _ = module.reconciliation(ReconcileConfiguration.of(ENVIRONMENT));

    assertThat(lines)
        .filteredOn(line -> line.contains("\"warning\""))
        .satisfiesExactly(
            line -> assertThat(line).contains("\"function\":\"webhook\""),
            line -> assertThat(line).contains("\"function\":\"reconcile\""));
  }
}
