package dev.rampline.inspector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampline.adapter.telemetry.LogField;
import dev.rampline.adapter.telemetry.Metric;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the channels' lines add up to. Not thread-safe: the chronicle guards it. */
final class ChannelStatistics {
  private final InstantSource clock;
  private final PerSecondCounts webhooks = new PerSecondCounts();
  private final Map<String, Integer> answers = new TreeMap<>();
  private final Map<String, Integer> rejections = new TreeMap<>();
  private final Map<String, Integer> decisions = new TreeMap<>();
  private final ObjectNode reconcile = JsonNodes.object().put("present", false);
  private final ObjectNode relay = JsonNodes.object();
  private final ObjectNode retryQueue = JsonNodes.object();
  private @Nullable Instant lastWebhook;
  private long versions;

  ChannelStatistics(InstantSource clock) {
    this.clock = clock;
    reconcile.putNull("lastAt").putNull("listScan").putNull("cause");
    reconcile.put("lookedAt", 0L).put("repaired", 0L).put("repairedInAll", 0L);
    relay.put("relayed", 0L).put("deadLettered", 0L).putNull("fault");
    retryQueue.put("queuedForRetry", 0L).put("deferred", 0L).put("deadLettered", 0L);
  }

  void countVersion() {
    versions++;
  }

  long versions() {
    return versions;
  }

  void update(FunctionLogEvent arrival) {
    decisions.merge(arrival.decision(), 1, Integer::sum);
  }

  void update(JsonNode line) {
    if (line.has(LogField.LIST_SCAN)) {
      countReconciliation(line);
    }
    switch (line.path("function").asText()) {
      case "webhook" -> countWebhook(line);
      case "relay" -> countRelay(line);
      case "retry" -> {
        add(retryQueue, line, Metric.DEFERRED);
        add(retryQueue, line, Metric.DEAD_LETTERED);
      }
      default -> {}
    }
  }

  private void countWebhook(JsonNode line) {
    if (!line.has("status")) {
      return;
    }
    Instant now = clock.instant();
    webhooks.count(now);
    lastWebhook = now;
    answers.merge(line.path("status").asText(), 1, Integer::sum);
    if (line.has("reason")) {
      rejections.merge(line.path("reason").asText(), 1, Integer::sum);
    }
    add(retryQueue, line, Metric.QUEUED_FOR_RETRY);
  }

  private void countRelay(JsonNode line) {
    add(relay, line, Metric.RELAYED);
    add(relay, line, Metric.DEAD_LETTERED);
    relay.put("fault", line.path("fault").asText(null));
  }

  private void countReconciliation(JsonNode line) {
    long repaired = line.path(Metric.RECOVERED.text()).asLong();
    reconcile
        .put("present", true)
        .put("lastAt", clock.instant().toString())
        .put("listScan", line.path(LogField.LIST_SCAN).asText())
        .put("cause", line.path("cause").asText(null))
        .put("lookedAt", line.path(Metric.CHECKED.text()).asLong())
        .put("repaired", repaired)
        .put("repairedInAll", reconcile.path("repairedInAll").asLong() + repaired);
  }

  private static void add(ObjectNode sums, JsonNode line, Metric metric) {
    sums.put(metric.text(), sums.path(metric.text()).asLong() + line.path(metric.text()).asLong());
  }

  ObjectNode toJson() {
    Instant now = clock.instant();
    ObjectNode told = JsonNodes.object().put("now", now.toString());
    ObjectNode webhook = told.putObject("webhook");
    webhook.set("perSecond", webhooks.toJson(now));
    webhook.put("lastAt", JsonNodes.text(lastWebhook));
    answers.forEach(webhook.putObject("answers")::put);
    rejections.forEach(webhook.putObject("refusals")::put);
    told.set("reconcile", reconcile.deepCopy());
    told.set("relay", relay.deepCopy());
    told.set("retry", retryQueue.deepCopy());
    decisions.forEach(told.putObject("decisions")::put);
    return told;
  }
}
