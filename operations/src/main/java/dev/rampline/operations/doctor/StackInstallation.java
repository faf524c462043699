package dev.rampline.operations.doctor;

import dev.rampline.adapter.configuration.EnvironmentVariables;
import dev.rampline.adapter.secretsmanager.SecretsManagerKeyRingStore;
import dev.rampline.adapter.secretsmanager.SecretsManagerKeySource;
import dev.rampline.adapter.wiring.Closer;
import dev.rampline.function.WebhookConfiguration;
import dev.rampline.operations.doctor.CheckFinding.Failed;
import dev.rampline.operations.stack.AwsAccess;
import dev.rampline.operations.stack.StackAccess;
import dev.rampline.operations.stack.StackFunction;
import dev.rampline.operations.stack.StackView;
import dev.rampline.rotation.KeyRingStore;
import dev.rampline.time.Deadline;
import dev.rampline.verification.KeySource;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** A stack of {@code template.yaml} on AWS. */
public final class StackInstallation implements Installation {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final Closer owned = new Closer();
  private final HttpProbe probe = owned.register(new HttpProbe());
  private final InstantSource clock = InstantSource.system();
  private final StackView stack;
  private final AwsAccess access;

  /** Checks a stack. */
  public StackInstallation(StackAccess installation) {
    this.stack = installation.view();
    this.access = installation.aws();
  }

  @Override
  public List<Check> checks() {
    SecretsManagerClient secrets = owned.register(access.client(SecretsManagerClient.builder()));
    String keysId = stack.resource("Keys").orElse("rampline/keys");
    KeySource keys =
        new SecretsManagerKeySource(
            secrets, keysId, stack.resource("ApiCredentials").orElse("rampline/api"), TIMEOUT);
    KeyRingStore ring = new SecretsManagerKeyRingStore(secrets, keysId);
    return Stream.of(
            List.of(
                new StackState(stack),
                new StackParametersCheck(stack),
                new VocabularyCheck(settings())),
            new StackStores(stack, access, owned).checks(),
            List.of(
                new KeyRingCheck(keys, clock),
                new TokenAge(() -> ring.read(Deadline.after(TIMEOUT, clock)).text(), clock)),
            functions(),
            List.of(
                new AlarmStates(owned.register(access.client(CloudWatchClient.builder())), stack)),
            webhook(),
            ProviderChecks.of(settings(), keys, probe))
        .<Check>flatMap(List::stream)
        .toList();
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
    URI webhookUrl = URI.create(url);
    if (webhookUrl.getHost() == null) {
      return List.of(
          new FixedResult(
              "webhook URL",
              new Failed("The stack has no URL in its output WebhookUrl.", StackStores.REMEDY)));
    }
    return List.of(
        new WebhookEndpointCheck(webhookUrl, probe),
        new ClockDifference(
            "AWS", webhookUrl, WebhookConfiguration.clockLeeway(settings()), probe, clock));
  }

  private EnvironmentVariables settings() {
    return new EnvironmentVariables(stack.variables());
  }

  @Override
  public void close() {
    owned.close();
  }
}
