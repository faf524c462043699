package dev.rampline.devstack;

import dev.rampline.embedded.LocalClients;
import java.util.HashMap;
import java.util.Map;

/** The environment variables of a function in its own process. */
public final class FunctionEnvironment {
  private FunctionEnvironment() {}

  /**
   * The variables.
   *
   * @param variables additional variables
   */
  public static Map<String, String> of(
      Map<String, String> variables, LocalStores stores, DevKeys keys) {
    Map<String, String> environment = new HashMap<>(LocalEnvironment.of(variables, stores, keys));
    environment.put("AWS_REGION", LocalClients.REGION);
    environment.put("AWS_ACCESS_KEY_ID", LocalClients.CREDENTIALS);
    environment.put("AWS_SECRET_ACCESS_KEY", LocalClients.CREDENTIALS);
    environment.put("AWS_ENDPOINT_URL_DYNAMODB", stores.dynamoDb().toString());
    environment.put("AWS_ENDPOINT_URL_SQS", stores.sqs().toString());
    // Other AWS services would be the real ones; these settings keep all requests on this machine.
    environment.put("AWS_ENDPOINT_URL", stores.dynamoDb().toString());
    return environment;
  }
}
