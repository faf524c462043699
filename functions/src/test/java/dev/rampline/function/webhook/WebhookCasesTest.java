package dev.rampline.function.webhook;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sends the cases of {@code events/cases}: nothing authentic is lost, misplaced or overstated. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WebhookCasesTest {
  private final EmbeddedWebhook webhook = new EmbeddedWebhook();

  @AfterAll
  void close() {
    webhook.close();
  }

  @ParameterizedTest
  @MethodSource("dev.rampline.function.webhook.WebhookCase#all")
  void authentic_deliveries_are_in_the_ledger_or_in_quarantine(WebhookCase given) {
    assertThat(given.events()).isNotEmpty().allMatch(event -> webhook.send(event) == 200);

    assertThat(
            webhook.takeRecords().stream()
                .collect(toMap(record -> record.subject().text(), WebhookCase::describe)))
        .isEqualTo(given.records());
    assertThat(webhook.takeQuarantined())
        .extracting(payload -> payload.reason().text())
        .containsExactlyInAnyOrderElementsOf(given.quarantine());
  }

  @Test
  void every_file_is_in_the_index() throws IOException {
    try (Stream<Path> files = Files.list(WebhookFixture.EVENTS.resolve("cases"))) {
      List<String> names =
          files.map(file -> file.getFileName().toString().replace(".json", "")).toList();
      assertThat(WebhookCase.all()).extracting(WebhookCase::name).hasSameElementsAs(names);
    }
  }
}
