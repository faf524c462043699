package dev.rampline.inspector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampline.adapter.telemetry.LogField;
import dev.rampline.adapter.telemetry.Metric;
import dev.rampline.event.Channel;
import dev.rampline.failure.CallFailure;
import dev.rampline.failure.FailureCause;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Counts the results that the log entries report. Not thread-safe: {@link EventStore} guards it.
 */
final class ChannelStatistics {
  private final InstantSource clock;
  private final PerSecondCounts webhooks = new PerSecondCounts();
  private final Map<String, Integer> answers = new TreeMap<>();
  private final Map<String, Integer> rejections = new TreeMap<>();
  private final Map<String, Integer> decisions = new TreeMap<>();
  private final ObjectNode reconcile = JsonNodes.object().put("present", false);
  private final ObjectNode relay = JsonNodes.object();
  private final ObjectNode retryQueue = JsonNodes.object();
  private final Instant startedAt;
  private @Nullable Instant lastWebhook;
  private @Nullable Instant lastSocketEvent;
  private long messages;

  ChannelStatistics(InstantSource clock) {
    this.clock = clock;
    this.startedAt = clock.instant();
    reconcile.putNull("lastAt").putNull("scan").putNull("cause");
    reconcile.put("checked", 0L).put("recovered", 0L).put("recoveredTotal", 0L);
    relay.put("deadLettered", 0L).putNull("fault");
    retryQueue.put("queuedForRetry", 0L).put("deferred", 0L).put("deadLettered", 0L);
  }

  /** Counts an event and its decision. */
  void update(InspectorEvent event) {
    decisions.merge(event.countedDecision(), 1, Integer::sum);
    messages += event.isLedgerChange() ? 1 : 0;
    if (event.channel().equals(Channel.SOCKET.text())) {
      lastSocketEvent = event.at();
    }
  }

  @Nullable Instant lastSocketEvent() {
    return lastSocketEvent;
  }

  /** Counts what a log entry reports besides the decision on an event. */
  void update(JsonNode entry) {
    if (entry.has(LogField.LIST_SCAN)) {
      countReconciliation(entry);
    }
    switch (entry.path("function").asText()) {
      case "webhook" -> countWebhook(entry);
      case "relay" -> countRelay(entry);
      case "retry" -> {
        add(retryQueue, entry, Metric.DEFERRED);
        add(retryQueue, entry, Metric.DEAD_LETTERED);
      }
      default -> {}
    }
  }

  private void countWebhook(JsonNode entry) {
    if (!entry.has("status")) {
      return;
    }
    Instant at = InspectorEvent.instant(entry);
    webhooks.count(at);
    lastWebhook = at;
    answers.merge(entry.path("status").asText(), 1, Integer::sum);
    if (entry.has("reason")) {
      rejections.merge(entry.path("reason").asText(), 1, Integer::sum);
    }
    add(retryQueue, entry, Metric.QUEUED_FOR_RETRY);
  }

  private void countRelay(JsonNode entry) {
    add(relay, entry, Metric.DEAD_LETTERED);
    relay.put("fault", entry.path("fault").asText(null));
  }

  private void countReconciliation(JsonNode entry) {
    long recovered = entry.path(Metric.RECOVERED.text()).asLong();
    reconcile
        .put("present", true)
        .put("lastAt", InspectorEvent.instant(entry).toString())
        .put("scan", entry.path(LogField.LIST_SCAN).asText())
        .put("cause", stopReason(entry))
        .put("checked", entry.path(Metric.CHECKED.text()).asLong())
        .put("recovered", recovered)
        .put("recoveredTotal", reconcile.path("recoveredTotal").asLong() + recovered);
  }

  /** Returns what stopped the run as a clause; null if nothing did. */
  private static @Nullable String stopReason(JsonNode entry) {
    JsonNode status = entry.path(LogField.STATUS);
    Integer number = status.isMissingNode() ? null : Integer.valueOf(status.asInt());
    return FailureCause.find(entry.path(LogField.CAUSE).asText())
        .map(cause -> new CallFailure(cause, number).description())
        .map(clause -> "Stopped: " + clause)
        .orElse(null);
  }

  private static void add(ObjectNode sums, JsonNode entry, Metric metric) {
    sums.put(metric.text(), sums.path(metric.text()).asLong() + entry.path(metric.text()).asLong());
  }

  ObjectNode toJson() {
    Instant now = clock.instant();
    ObjectNode json = JsonNodes.object().put("now", now.toString());
    json.put("startedAt", startedAt.toString()).put("messages", messages);
    ObjectNode webhook = json.putObject("webhook");
    webhook.set("perSecond", webhooks.toJson(now));
    webhook.put("lastAt", JsonNodes.text(lastWebhook));
    answers.forEach(webhook.putObject("answers")::put);
    rejections.forEach(webhook.putObject("rejections")::put);
    json.set("reconcile", reconcile.deepCopy());
    json.set("relay", relay.deepCopy());
    json.set("retry", retryQueue.deepCopy());
    decisions.forEach(json.putObject("decisions")::put);
    return json;
  }
}
