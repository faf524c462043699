package dev.rampline.adapter.configuration;

import dev.rampline.decoding.Vocabulary;
import dev.rampline.lifecycle.LookupScope;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;

/**
 * The settings of every component that processes events.
 *
 * @param table the name of the ledger's table
 * @param vocabulary the provider's terms
 * @param extraFields names of undocumented payload fields to keep
 * @param ledgerBudget time limit of the ledger for one event
 * @param publishing where messages are sent
 * @param firstVersion the version of a new record
 * @param lookups what the provider's API is asked about
 */
public record IngestSettings(
    String table,
    Vocabulary vocabulary,
    Set<String> extraFields,
    Duration ledgerBudget,
    PublishingSettings publishing,
    int firstVersion,
    LookupScope lookups) {
  /** Whether the provider's API is asked to confirm terminal states and verdicts on KYC. */
  private static final String CONFIRM_STATES = "RAMPLINE_CONFIRM_STATES";

  private static final Duration MAX_BUDGET = Duration.ofMinutes(1);

  public IngestSettings {
    Objects.requireNonNull(table, "table");
    Objects.requireNonNull(vocabulary, "vocabulary");
    extraFields = Set.copyOf(extraFields);
    Objects.requireNonNull(ledgerBudget, "ledgerBudget");
    Objects.requireNonNull(publishing, "publishing");
    Objects.requireNonNull(lookups, "lookups");
  }

  /**
   * Reads the settings.
   *
   * @throws ConfigurationException for the first variable that is missing or invalid
   */
  public static IngestSettings of(EnvironmentVariables variables) {
    return new IngestSettings(
        variables.matching("RAMPLINE_TABLE", "[A-Za-z0-9_.-]{3,255}", "a table's name"),
        VocabularySetting.of(variables),
        variables.names("RAMPLINE_EXTRA_FIELDS"),
        variables.duration("RAMPLINE_LEDGER_BUDGET", "PT3S", MAX_BUDGET),
        PublishingSettings.of(variables),
        variables.number("RAMPLINE_FIRST_VERSION", 1, Integer.MAX_VALUE),
        lookups(variables));
  }

  private static LookupScope lookups(EnvironmentVariables variables) {
    String confirms = variables.matching(CONFIRM_STATES, "true|false", "true or false", "true");
    if (variables.find(ProviderSettings.URL).isEmpty()) {
      return LookupScope.NONE;
    }
    return confirms.equals("true") ? LookupScope.CONFIRM : LookupScope.OPEN;
  }
}
