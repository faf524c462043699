package dev.rampline.devkit.inspector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampline.adapter.telemetry.Metric;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the channels' lines add up to. Not thread-safe: the chronicle guards it. */
final class Figures {
  private final InstantSource clock;
  private final Rate webhooks = new Rate();
  private final Map<String, Integer> answers = new TreeMap<>();
  private final Map<String, Integer> refusals = new TreeMap<>();
  private final Map<String, Integer> decisions = new TreeMap<>();
  private final ObjectNode reconcile = Nodes.object().put("present", false);
  private final ObjectNode relay = Nodes.object();
  private final ObjectNode spill = Nodes.object();
  private @Nullable Instant lastWebhook;
  private long versions;

  Figures(InstantSource clock) {
    this.clock = clock;
    reconcile.putNull("lastAt").putNull("pass").putNull("cause");
    reconcile.put("lookedAt", 0L).put("repaired", 0L).put("repairedInAll", 0L);
    relay.put("relayed", 0L).put("deadLettered", 0L).putNull("fault");
    spill.put("queuedForRetry", 0L).put("deferred", 0L).put("deadLettered", 0L);
  }

  void countVersion() {
    versions++;
  }

  long versions() {
    return versions;
  }

  void hear(Arrival arrival) {
    decisions.merge(arrival.decision(), 1, Integer::sum);
  }

  void hear(JsonNode line) {
    if (line.has("pass")) {
      reconciled(line);
    }
    switch (line.path("function").asText()) {
      case "webhook" -> answered(line);
      case "relay" -> relayed(line);
      case "spill" -> {
        add(spill, line, Metric.DEFERRED);
        add(spill, line, Metric.PARKED);
      }
      default -> {}
    }
  }

  private void answered(JsonNode line) {
    if (!line.has("status")) {
      return;
    }
    Instant now = clock.instant();
    webhooks.count(now);
    lastWebhook = now;
    answers.merge(line.path("status").asText(), 1, Integer::sum);
    if (line.has("reason")) {
      refusals.merge(line.path("reason").asText(), 1, Integer::sum);
    }
    add(spill, line, Metric.SPILLED);
  }

  private void relayed(JsonNode line) {
    add(relay, line, Metric.RELAYED);
    add(relay, line, Metric.PARKED);
    relay.put("fault", line.path("fault").asText(null));
  }

  private void reconciled(JsonNode line) {
    long repaired = line.path(Metric.REPAIRED.text()).asLong();
    reconcile
        .put("present", true)
        .put("lastAt", clock.instant().toString())
        .put("pass", line.path("pass").asText())
        .put("cause", line.path("cause").asText(null))
        .put("lookedAt", line.path(Metric.LOOKED_AT.text()).asLong())
        .put("repaired", repaired)
        .put("repairedInAll", reconcile.path("repairedInAll").asLong() + repaired);
  }

  private static void add(ObjectNode sums, JsonNode line, Metric metric) {
    sums.put(metric.text(), sums.path(metric.text()).asLong() + line.path(metric.text()).asLong());
  }

  ObjectNode told() {
    Instant now = clock.instant();
    ObjectNode told = Nodes.object().put("now", now.toString());
    ObjectNode webhook = told.putObject("webhook");
    webhook.set("perSecond", webhooks.told(now));
    webhook.put("lastAt", Nodes.text(lastWebhook));
    answers.forEach(webhook.putObject("answers")::put);
    refusals.forEach(webhook.putObject("refusals")::put);
    told.set("reconcile", reconcile.deepCopy());
    told.set("relay", relay.deepCopy());
    told.set("spill", spill.deepCopy());
    decisions.forEach(told.putObject("decisions")::put);
    return told;
  }
}
