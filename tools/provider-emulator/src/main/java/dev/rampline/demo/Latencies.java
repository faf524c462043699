package dev.rampline.demo;

import dev.rampline.emulator.WebhookDeliveryResult;
import java.util.Arrays;
import java.util.List;

/**
 * The response times.
 *
 * @param p50 the median in milliseconds
 * @param p99 the 99th percentile in milliseconds
 */
public record Latencies(double p50, double p99) {
  private static final double NANOS_IN_MILLI = 1e6;

  static Latencies of(List<WebhookDeliveryResult> receipts) {
    long[] sorted =
        receipts.stream()
            .flatMap(receipt -> receipt.answers().stream())
            .flatMapToLong(answer -> answer.nanos().stream())
            .sorted()
            .toArray();
    return new Latencies(percentile(sorted, 0.50), percentile(sorted, 0.99));
  }

  private static double percentile(long[] sorted, double share) {
    int rank = (int) Math.ceil(share * sorted.length);
    long nanos = Arrays.stream(sorted).skip(Math.max(0, rank - 1)).findFirst().orElse(0);
    return Math.round(nanos / NANOS_IN_MILLI * 10) / 10.0;
  }
}
