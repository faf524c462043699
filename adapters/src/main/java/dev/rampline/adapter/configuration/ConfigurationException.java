package dev.rampline.adapter.configuration;

/** A setting is missing or invalid. The message contains the variable's name, never its value. */
public final class ConfigurationException extends RuntimeException {
  /** Creates an exception about a variable. */
  public ConfigurationException(String variable, String complaint) {
    super(variable + " " + complaint);
  }

  /** Creates an exception about a variable, whose cause does not quote the value. */
  public ConfigurationException(String variable, String complaint, Throwable cause) {
    super(variable + " " + complaint, cause);
  }
}
