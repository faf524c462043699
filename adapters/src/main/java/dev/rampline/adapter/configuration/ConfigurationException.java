package dev.rampline.adapter.configuration;

/** A setting is missing or makes no sense. The message names the variable, never its value. */
public final class ConfigurationException extends RuntimeException {
  /** About that variable. */
  public ConfigurationException(String variable, String complaint) {
    super(variable + " " + complaint);
  }
}
