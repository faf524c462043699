package dev.rampline.adapter.configuration;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads environment variables. Errors name the variable. */
public record EnvironmentVariables(Map<String, String> environment) {
  private static final int MAX_NAMES = 16;
  private static final int MAX_PORT = 65_535;
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]{0,63}");

  public EnvironmentVariables {
    environment = Map.copyOf(environment);
  }

  /** Returns the variable's value, if it is set and not blank. */
  public Optional<String> find(String variable) {
    return Optional.ofNullable(environment.get(variable)).filter(value -> !value.isBlank());
  }

  /** Returns the variable's value, which must be set and match the pattern. */
  public String matching(String variable, String pattern, String meaning) {
    return checked(variable, required(variable, meaning), pattern, meaning);
  }

  /** Returns the variable's value or the default, which must match the pattern. */
  public String matching(String variable, String pattern, String meaning, String preset) {
    return checked(variable, find(variable).orElse(preset), pattern, meaning);
  }

  /** Returns whether the variable has that one valid value; it may be unset. */
  public boolean matches(String variable, String value, String meaning) {
    return find(variable).map(found -> checked(variable, found, value, meaning)).isPresent();
  }

  /** Returns the URL of a standard queue. */
  public String standardQueue(String variable) {
    return matching(variable, "https?://\\S+(?<!\\.fifo)", "the URL of a standard queue");
  }

  /** Returns a comma-separated list of field names. */
  public Set<String> names(String variable) {
    Set<String> names =
        find(variable).stream()
            .flatMap(value -> Arrays.stream(value.split(",", -1)))
            .map(String::strip)
            .collect(Collectors.toUnmodifiableSet());
    if (names.size() > MAX_NAMES || !names.stream().allMatch(NAME.asMatchPredicate())) {
      throw new ConfigurationException(
          variable, "is not a comma-separated list of at most %d field names".formatted(MAX_NAMES));
    }
    return names;
  }

  /** Returns a duration from zero to the longest. */
  public Duration duration(String variable, String preset, Duration longest) {
    try {
      Duration duration = Duration.parse(find(variable).orElse(preset));
      if (!duration.isNegative() && duration.compareTo(longest) <= 0) {
        return duration;
      }
    } catch (DateTimeParseException notDuration) {
      // The message below is the same; the exception would quote the value.
    }
    throw new ConfigurationException(
        variable, "is not an ISO 8601 duration, such as PT5M, from PT0S to " + longest);
  }

  /** Returns a whole number from 1 to the most. */
  public int number(String variable, int preset, int most) {
    String pattern = "[1-9][0-9]{0,9}";
    String text = matching(variable, pattern, "a whole number from 1", Integer.toString(preset));
    long number = Long.parseLong(text);
    if (number > most) {
      throw new ConfigurationException(variable, "is not a whole number from 1 to " + most);
    }
    return (int) number;
  }

  /** Returns a port; 0 selects any free port. */
  public int port(String variable, int preset) {
    String pattern = "[0-9]{1,5}";
    String text = matching(variable, pattern, "a port number", Integer.toString(preset));
    int port = Integer.parseInt(text);
    if (port > MAX_PORT) {
      throw new ConfigurationException(variable, "is not a port up to " + MAX_PORT);
    }
    return port;
  }

  private String required(String variable, String meaning) {
    return find(variable)
        .orElseThrow(
            () -> new ConfigurationException(variable, "is missing: set it to " + meaning));
  }

  private static String checked(String variable, String value, String pattern, String meaning) {
    if (!value.matches(pattern)) {
      throw new ConfigurationException(variable, "is not " + meaning);
    }
    return value;
  }
}
