package dev.rampline.adapter;

import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/** Which AWS the tests are to run against. */
sealed interface AwsTestTarget {
  /** An endpoint on this machine, or {@code aws}. */
  String ENDPOINT = "RAMPLINE_AWS_ENDPOINT";

  /** The account that may be used, where AWS itself is meant. */
  String ACCOUNT = "RAMPLINE_AWS_ACCOUNT";

  /** What is set there when AWS itself is meant. */
  String AWS = "aws";

  /** A LocalStack of one's own. */
  record Container() implements AwsTestTarget {}

  /** What is up already. */
  record Endpoint(URI address) implements AwsTestTarget {
    public Endpoint {
      Objects.requireNonNull(address, "address");
    }
  }

  /** AWS itself, in that account. */
  record Account(String number) implements AwsTestTarget {
    public Account {
      Objects.requireNonNull(number, "number");
    }

    /**
     * Makes sure that the credentials are those of the account that is meant.
     *
     * @param caller whose they are
     */
    void requireCaller(Supplier<String> caller) {
      String actual = caller.get();
      if (!actual.equals(number)) {
        throw new IllegalStateException(
            "%s is %s, and the credentials are of account %s".formatted(ACCOUNT, number, actual));
      }
    }
  }

  /**
   * What the environment asks for; it calls nothing.
   *
   * @throws IllegalStateException if it asks for AWS itself and does not name the account
   */
  static AwsTestTarget of(Map<String, String> environment) {
    String endpoint = environment.getOrDefault(ENDPOINT, "");
    if (endpoint.isEmpty()) {
      return new Container();
    }
    return endpoint.equals(AWS) ? account(environment) : new Endpoint(URI.create(endpoint));
  }

  private static AwsTestTarget account(Map<String, String> environment) {
    String number = environment.getOrDefault(ACCOUNT, "");
    if (!number.matches("[0-9]{12}")) {
      throw new IllegalStateException(
          "%s=%s makes tables, queues, secrets and alarms in an account of AWS, which costs money, and deletes them. If you mean it, name the account in %s, by its 12 digits"
              .formatted(ENDPOINT, AWS, ACCOUNT));
    }
    return new Account(number);
  }
}
