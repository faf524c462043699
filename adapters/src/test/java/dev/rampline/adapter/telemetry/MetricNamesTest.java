package dev.rampline.adapter.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Pins the names, units and dimensions of the metrics and the texts of {@link UnavailableCause}. A
 * change of a name breaks alarms and dashboards.
 */
class MetricNamesTest {

  @Test
  void metricsHaveTheseNamesUnitsAndDimensions() {
    String actual =
        Stream.of(Metric.values()).map(MetricNamesTest::row).collect(Collectors.joining());

    assertThat(actual)
        .isEqualTo(
            """
            events | Count | decision function
            rejections | Count | reason function
            signatureValid | None | function
            conflicts | Count | function
            latency | Milliseconds | function
            sendsFailed | Count | function
            queuedForRetry | Count | function
            deferred | Count | function
            fieldsLeftOut | Count | function
            relayed | Count | function
            quarantined | Count | function
            deadLettered | Count | function
            renewals | Count | function
            renewalsFailed | Count | reason function
            unavailable | Count | cause function
            keyLoadsFailed | Count | cause function
            keyExpiresIn | Seconds | function
            checked | Count | function
            recovered | Count | function
            firstReportedByApi | Count | function
            conflictsResolved | Count | function
            confirmed | Count | function
            disagreements | Count | function
            unknownToProvider | Count | function
            unreadableRecords | Count | function
            erased | Count | function
            lookupsFailed | Count | cause function
            lookupsAbandoned | Count | function
            oldestChecked | Seconds | function
            oldestOpen | Seconds | function
            oldestUnconfirmed | Seconds | function
            oldestConflict | Seconds | function
            listScansCompleted | Count | function
            stopped | Count | cause function
            connected | Count | function
            lastEventAge | Seconds | function
            reconnects | Count | function
            bufferDepth | Count | function
            unverifiedEvents | Count | function
            eventsRepeated | Count | function
            eventsWaiting | Count | function
            eventsDropped | Count | function
            eventsUnflushed | Count | function
            packetsDiscarded | Count | function
            subscriptionsFailed | Count | disconnectReason function
            socketQuiet | Count | function
            unrecognizedEvents | Count | shape function
            lookups | Count | function
            unverifiedEventsResolved | Count | function
            primingsFailed | Count | function
            faults | Count | function
            """);
  }

  @Test
  void unavailableCausesHaveTheseNames() {
    assertThat(Stream.of(UnavailableCause.values()).map(UnavailableCause::text))
        .containsExactly(
            "ledger-and-retry-queue", "quarantine", "keys-unreachable", "keys-invalid");
  }

  private static String row(Metric metric) {
    return "%s | %s | %s\n"
        .formatted(metric.text(), metric.unit(), String.join(" ", metric.dimensions()));
  }
}
