package dev.rampline.operations.doctor;

import dev.rampline.adapter.configuration.EnvironmentVariables;
import dev.rampline.adapter.secretsmanager.SecretsManagerKeyRingStore;
import dev.rampline.adapter.wiring.Closer;
import dev.rampline.function.WebhookConfiguration;
import dev.rampline.operations.doctor.CheckFinding.Failed;
import dev.rampline.rotation.KeyRingStore;
import dev.rampline.time.Deadline;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** A stack of {@code template.yaml} on AWS. */
public final class StackInstallation implements Installation {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  /** Maps stack parameters to environment variables. */
  private static final Map<String, String> SETTINGS =
      Map.of(
          "ProviderUrl", "RAMPLINE_PROVIDER_URL",
          "ProviderAuth", "RAMPLINE_PROVIDER_AUTH",
          "ClockLeeway", "RAMPLINE_CLOCK_LEEWAY");

  private final Closer owned = new Closer();
  private final HttpProbe probe = owned.register(new HttpProbe());
  private final InstantSource clock = InstantSource.system();
  private final StackView stack;
  private final AwsAccess access;

  private StackInstallation(StackView stack, AwsAccess access) {
    this.stack = stack;
    this.access = access;
  }

  /**
   * Reads a stack.
   *
   * @param name the name of the stack
   * @throws software.amazon.awssdk.core.exception.SdkException if the stack does not exist or
   *     cannot be read
   */
  public static StackInstallation of(String name, AwsAccess access) {
    try (CloudFormationClient client = access.client(CloudFormationClient.builder())) {
      return new StackInstallation(StackView.of(client, name), access);
    }
  }

  @Override
  public List<Check> checks() {
    Supplier<String> document = keysDocument();
    return Stream.of(
            List.of(new StackState(stack), new StackParametersCheck(stack)),
            new StackStores(stack, access, owned).checks(),
            List.of(new KeyRingCheck(document, clock), new TokenAge(document, clock)),
            functions(),
            List.of(
                new AlarmStates(owned.register(access.client(CloudWatchClient.builder())), stack)),
            webhook(),
            ProviderChecks.of(settings(), document, probe))
        .<Check>flatMap(List::stream)
        .toList();
  }

  private Supplier<String> keysDocument() {
    KeyRingStore ring =
        new SecretsManagerKeyRingStore(
            owned.register(access.client(SecretsManagerClient.builder())),
            stack.resource("Keys").orElse("rampline/keys"));
    return () -> ring.read(Deadline.after(TIMEOUT, clock)).text();
  }

  private List<Check> functions() {
    LambdaClient functions = owned.register(access.client(LambdaClient.builder()));
    boolean hasProvider = !stack.parameter("ProviderUrl").isEmpty();
    List<Check> checks = new ArrayList<>();
    for (StackFunction function : StackFunction.values()) {
      checks.add(
          hasProvider || !function.isProviderClient()
              ? new FunctionState(functions, function, stack)
              : FixedResult.skipped(
                  "function " + function.logicalId(), "Not deployed without ProviderUrl."));
    }
    checks.add(new RelayStreamCheck(functions, stack));
    return checks;
  }

  private List<Check> webhook() {
    String url = stack.outputs().getOrDefault("WebhookUrl", "");
    if (url.isEmpty()) {
      return List.of(
          new FixedResult(
              "webhook URL",
              new Failed("The stack has no output WebhookUrl.", StackStores.REMEDY)));
    }
    URI webhookUrl = URI.create(url);
    return List.of(
        new WebhookEndpointCheck(webhookUrl, probe),
        new ClockDifference(
            "AWS", webhookUrl, WebhookConfiguration.clockLeeway(settings()), probe, clock));
  }

  private EnvironmentVariables settings() {
    Map<String, String> settings = new HashMap<>();
    SETTINGS.forEach((parameter, variable) -> settings.put(variable, stack.parameter(parameter)));
    return new EnvironmentVariables(settings);
  }

  @Override
  public void close() {
    owned.close();
  }
}
