package dev.rampline.adapter.configuration;

/** Reads the setting with the installation's name, which is the namespace of its metrics. */
public final class InstallationName {
  /** The name of an installation without the setting. */
  public static final String DEFAULT = "rampline";

  private InstallationName() {}

  /**
   * Returns the name.
   *
   * @throws ConfigurationException if the value is invalid
   */
  public static String of(EnvironmentVariables variables) {
    return variables.matching(
        "RAMPLINE_NAME",
        "[a-z][a-z0-9-]{1,18}[a-z0-9]",
        "a name of 3 to 20 lower-case letters, digits and hyphens",
        DEFAULT);
  }
}
