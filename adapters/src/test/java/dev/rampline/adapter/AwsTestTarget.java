package dev.rampline.adapter;

import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/** The AWS that tests run against. */
sealed interface AwsTestTarget {
  /** The variable of the endpoint on this machine; {@code aws} means AWS itself. */
  String ENDPOINT = "RAMPLINE_AWS_ENDPOINT";

  /** The variable of the AWS account that tests may use. */
  String ACCOUNT = "RAMPLINE_AWS_ACCOUNT";

  /** The value of {@link #ENDPOINT} for AWS itself. */
  String AWS = "aws";

  /** A LocalStack container that the tests start. */
  record Container() implements AwsTestTarget {}

  /** A running service. */
  record Endpoint(URI address) implements AwsTestTarget {
    public Endpoint {
      Objects.requireNonNull(address, "address");
    }
  }

  /** AWS itself, in an account. */
  record Account(String number) implements AwsTestTarget {
    public Account {
      Objects.requireNonNull(number, "number");
    }

    /**
     * Checks that the credentials belong to the account.
     *
     * @param caller returns the account of the credentials
     */
    void requireCaller(Supplier<String> caller) {
      String actual = caller.get();
      if (!actual.equals(number)) {
        throw new IllegalStateException(
            "%s is %s, but the credentials belong to account %s"
                .formatted(ACCOUNT, number, actual));
      }
    }
  }

  /**
   * Returns the target that the environment selects; calls nothing.
   *
   * @throws IllegalStateException if the environment selects AWS itself without an account
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
          "%s=%s creates tables, queues, secrets and alarms in an AWS account, which costs money, and deletes them. To allow this, set %s to the account's 12 digits"
              .formatted(ENDPOINT, AWS, ACCOUNT));
    }
    return new Account(number);
  }
}
