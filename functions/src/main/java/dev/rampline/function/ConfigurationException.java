package dev.rampline.function;

/** A setting is missing or makes no sense. The message names the variable, never its value. */
public final class ConfigurationException extends RuntimeException {
  ConfigurationException(String variable, String complaint) {
    super(variable + " " + complaint);
  }
}
