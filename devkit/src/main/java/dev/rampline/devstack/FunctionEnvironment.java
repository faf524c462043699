package dev.rampline.devstack;

import dev.rampline.embedded.LocalClients;
import java.util.HashMap;
import java.util.Map;

/** What a function in a process of its own finds in its environment. */
public final class FunctionEnvironment {
  private FunctionEnvironment() {}

  /**
   * The variables.
   *
   * @param variables what else concerns it
   */
  public static Map<String, String> of(
      Map<String, String> variables, LocalStores stores, DevKeys keys) {
    Map<String, String> environment = new HashMap<>(LocalEnvironment.of(variables, stores, keys));
    environment.put("AWS_REGION", LocalClients.REGION);
    environment.put("AWS_ACCESS_KEY_ID", LocalClients.CREDENTIALS);
    environment.put("AWS_SECRET_ACCESS_KEY", LocalClients.CREDENTIALS);
    environment.put("AWS_ENDPOINT_URL_DYNAMODB", stores.dynamoDb().toString());
    environment.put("AWS_ENDPOINT_URL_SQS", stores.sqs().toString());
    // Any other service would be the real one, and nothing is to leave this machine.
    environment.put("AWS_ENDPOINT_URL", stores.dynamoDb().toString());
    return environment;
  }
}
