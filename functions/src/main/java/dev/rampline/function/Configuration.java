package dev.rampline.function;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Every setting of the functions, from environment variables alone. An empty variable counts as
 * absent.
 *
 * @param table the name of the ledger's table
 * @param keys where the keys are
 * @param extraFields names of further payload fields that may be kept
 * @param clockLeeway how far the provider's clock may differ from ours
 * @param ledgerBudget how long the ledger may take for one word
 * @param outlet where messages go
 */
public record Configuration(
    String table,
    KeysLocation keys,
    Set<String> extraFields,
    Duration clockLeeway,
    Duration ledgerBudget,
    Outlet outlet) {
  private static final Duration LONGEST_LEEWAY = Duration.ofHours(24);
  private static final Duration LONGEST_BUDGET = Duration.ofMinutes(1);

  public Configuration {
    Objects.requireNonNull(table, "table");
    Objects.requireNonNull(keys, "keys");
    extraFields = Set.copyOf(extraFields);
    Objects.requireNonNull(clockLeeway, "clockLeeway");
    Objects.requireNonNull(ledgerBudget, "ledgerBudget");
    Objects.requireNonNull(outlet, "outlet");
  }

  /**
   * Reads the settings.
   *
   * @throws ConfigurationException for the first variable that is missing or makes no sense
   */
  public static Configuration of(Map<String, String> environment) {
    Variables variables = new Variables(environment);
    return new Configuration(
        variables.matching("RAMPLINE_TABLE", "[A-Za-z0-9_.-]{3,255}", "a table's name"),
        KeysLocation.of(variables),
        variables.names("RAMPLINE_EXTRA_FIELDS"),
        variables.duration("RAMPLINE_CLOCK_LEEWAY", "PT5M", LONGEST_LEEWAY),
        variables.duration("RAMPLINE_LEDGER_BUDGET", "PT3S", LONGEST_BUDGET),
        Outlet.of(environment));
  }

  /**
   * Where messages go, and what they say of where they come from: all that the relay needs.
   *
   * @param queueUrl the queue that consumers read
   * @param environment the provider's environment, part of every message's source
   */
  public record Outlet(String queueUrl, String environment) {
    public Outlet {
      Objects.requireNonNull(queueUrl, "queueUrl");
      Objects.requireNonNull(environment, "environment");
    }

    /**
     * Reads the settings.
     *
     * @throws ConfigurationException for the first variable that is missing or makes no sense
     */
    public static Outlet of(Map<String, String> environment) {
      Variables variables = new Variables(environment);
      return new Outlet(
          variables.matching(
              "RAMPLINE_QUEUE_URL", "https?://\\S+\\.fifo", "the URL of a FIFO queue"),
          variables.matching(
              "RAMPLINE_ENVIRONMENT",
              "[A-Za-z0-9_-]{1,32}",
              "an environment's name",
              "production"));
    }
  }
}
