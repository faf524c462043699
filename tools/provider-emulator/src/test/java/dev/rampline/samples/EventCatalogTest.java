package dev.rampline.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventCatalogTest {
  private final EventCatalog catalog = new EventCatalog();

  @Test
  void events_equalTheFilesOfTheFolder() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("..", "..", "events", "payloads"))) {
      List<String> names =
          files.map(file -> file.getFileName().toString().replace(".json", "")).toList();

      assertThat(catalog.events()).extracting(SampleEvent::name).hasSameElementsAs(names);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ORDER_CREATED",
        "AWAITING_PAYMENT_FROM_USER",
        "PAYMENT_DONE_MARKED_BY_USER",
        "ORDER_PROCESSING",
        "PENDING_DELIVERY_FROM_OZZOBiT",
        "AWAITING_CRYPTO_DEPOSIT",
        "CRYPTO_DEPOSIT_RECEIVED",
        "FIAT_PROCESSING",
        "FIAT_SENT",
        "ORDER_COMPLETED",
        "ORDER_FAILED",
        "ORDER_CANCELLED",
        "ORDER_REFUNDED",
        "KYC_SUBMITTED",
        "KYC_APPROVED",
        "KYC_REJECTED",
        "KYC_STATUS_CHANGED",
        "PONG"
      })
  void find_aDocumentedEvent_returnsIt(String event) {
    SampleEvent sample = catalog.find(event).orElseThrow();

    assertThat(sample.event()).isEqualTo(event);
    assertThat(sample.payload()).containsPattern("\"event(Name|ID)\": \"" + event + "\"");
  }

  @Test
  void find_byFileName_findsTheOtherSide() {
    assertThat(catalog.find("order-completed-off-ramp").orElseThrow().side()).isEqualTo("off-ramp");
  }

  @Test
  void find_anUnknownName_isEmpty() {
    assertThat(catalog.find("ORDER_TELEPORTED")).isEmpty();
  }

  @Test
  void withOrderId_ofEveryOrderEvent_changesOnlyTheId() {
    for (SampleEvent sample : catalog.events()) {
      if (sample.side().endsWith("-ramp")) {
        String id = sample.payload().replaceAll("(?s).*(OZZOBiT-order-[a-z]+).*", "$1");

        assertThat(sample.withOrderId("order-7").payload())
            .isEqualTo(sample.payload().replace(id, "order-7"));
      }
    }
  }

  @Test
  void withOrderId_ofACustomersEvent_throws() {
    SampleEvent approved = catalog.find("KYC_APPROVED").orElseThrow();

    assertThatIllegalArgumentException().isThrownBy(() -> approved.withOrderId("order-7"));
  }
}
