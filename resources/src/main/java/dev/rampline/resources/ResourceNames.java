package dev.rampline.resources;

import java.util.Objects;

/**
 * The names of an installation's resources in {@code template.yaml} and {@code
 * infrastructure/subscriber.yaml}. All of them contain the installation's name.
 *
 * @param name the template's parameter {@code Name}, which is also the namespace of the metrics
 */
public record ResourceNames(String name) {
  /** The names on a laptop, and of an installation with the default parameters. */
  public static final ResourceNames LOCAL = new ResourceNames("rampline");

  public ResourceNames {
    Objects.requireNonNull(name, "name");
  }

  /** Returns the name of the ledger's table. */
  public String table() {
    return with("ledger");
  }

  /** Returns the name of a queue. */
  public String queue(QueuePlan queue) {
    return with(queue.suffix());
  }

  /** Returns the name of the secret with the keys that verify webhooks. */
  public String keys() {
    return name + "/keys";
  }

  /** Returns the name of the secret with the credentials for the provider's API. */
  public String apiCredentials() {
    return name + "/api";
  }

  /** Returns the name of a function, such as {@code webhook}. */
  public String function(String function) {
    return with(function);
  }

  /** Returns the log group of a function, such as {@code webhook}, or of the subscriber. */
  public String logGroup(String function) {
    return (function.equals("subscriber") ? "/ecs/" : "/aws/lambda/") + with(function);
  }

  /** Returns the log group of the API. */
  public String apiLogGroup() {
    return "/aws/vendedlogs/" + with("api");
  }

  /** Returns the name of an alarm, such as {@code conflicts}. */
  public String alarm(String alarm) {
    return with(alarm);
  }

  private String with(String suffix) {
    return name + "-" + suffix;
  }
}
