package dev.rampline.devkit.recovery;

import dev.rampline.embedded.QueuePlan;
import java.util.Locale;

/** The queues of dead letters from which there is a way back. */
public enum DeadQueue {
  /** What the relay could not send. */
  RELAY(QueuePlan.RELAY_DEAD) {
    @Override
    Road road(Site site, Mark mark, Terms terms) {
      return new RelayRoad(Records.at(site), new Resending(site, mark, terms));
    }
  },

  /** What the ledger could not take. */
  SPILL(QueuePlan.SPILL_DEAD) {
    @Override
    Road road(Site site, Mark mark, Terms terms) {
      return new SpillRoad(site.queues(), site.url(QueuePlan.SPILL));
    }
  },

  /** What consumers failed on. */
  EVENTS(QueuePlan.EVENTS_DEAD) {
    @Override
    Road road(Site site, Mark mark, Terms terms) {
      return new EventsRoad(site.queues(), site.url(QueuePlan.EVENTS), mark, Records.at(site));
    }
  };

  private final QueuePlan plan;

  DeadQueue(QueuePlan plan) {
    this.plan = plan;
  }

  abstract Road road(Site site, Mark mark, Terms terms);

  Letterbox letterbox(Site site) {
    return new Letterbox(site.queues(), site.url(plan));
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
