package dev.rampline.deployment;

import dev.rampline.adapter.AwsUnderTest;
import dev.rampline.adapter.configuration.EnvironmentVariables;
import dev.rampline.adapter.configuration.InstallationName;
import dev.rampline.function.FunctionsModule;
import dev.rampline.function.ReconcileConfiguration;
import dev.rampline.function.RelayConfiguration;
import dev.rampline.function.RetryConfiguration;
import dev.rampline.function.RotationConfiguration;
import dev.rampline.function.WebhookConfiguration;
import dev.rampline.function.reconcile.ReconcileHandler;
import dev.rampline.function.relay.RelayHandler;
import dev.rampline.function.retry.RetryHandler;
import dev.rampline.function.rotation.RotationHandler;
import dev.rampline.function.webhook.WebhookHandler;
import java.net.URI;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Runs the functions in this process, each with its environment from the template. */
final class DeployedFunctions {
  private final DeployedStack stack;
  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final FunctionsModule composition;

  DeployedFunctions(AwsUnderTest aws, DeployedStack stack) {
    this.stack = stack;
    String namespace =
        InstallationName.of(new EnvironmentVariables(stack.variables("WebhookFunction")));
    this.composition =
        new FunctionsModule(aws, line -> lines.add(line.json(namespace)), InstantSource.system());
  }

  /** The log entries of the functions. */
  List<String> lines() {
    return lines;
  }

  WebhookHandler webhook() {
    return webhook(stack.variables("WebhookFunction"));
  }

  WebhookHandler webhookWithoutQueue() {
    Map<String, String> variables = new HashMap<>(stack.variables("WebhookFunction"));
    variables.computeIfPresent("RAMPLINE_QUEUE_URL", (name, url) -> url + "-lost.fifo");
    return webhook(variables);
  }

  /** With a ledger that always times out. */
  WebhookHandler webhookWithoutLedger() {
    Map<String, String> variables = new HashMap<>(stack.variables("WebhookFunction"));
    variables.put("RAMPLINE_LEDGER_BUDGET", "PT0S");
    return webhook(variables);
  }

  private WebhookHandler webhook(Map<String, String> variables) {
    return new WebhookHandler(composition.webhook(WebhookConfiguration.of(variables)));
  }

  RelayHandler relay() {
    return relay(stack.variables("RelayFunction"));
  }

  RelayHandler relayWithoutTopic() {
    Map<String, String> variables = new HashMap<>(stack.variables("RelayFunction"));
    variables.computeIfPresent(
        "RAMPLINE_TOPIC_ARN", (name, arn) -> arn.replace(".fifo", "-lost.fifo"));
    return relay(variables);
  }

  private RelayHandler relay(Map<String, String> variables) {
    return new RelayHandler(composition.relay(RelayConfiguration.of(variables)));
  }

  RetryHandler retry() {
    Map<String, String> variables = stack.variables("RetryFunction");
    return new RetryHandler(composition.retry(RetryConfiguration.of(variables)));
  }

  ReconcileHandler reconcile(URI provider) {
    Map<String, String> variables = withProvider(provider, "ReconcileFunction");
    return new ReconcileHandler(composition.reconciliation(ReconcileConfiguration.of(variables)));
  }

  RotationHandler rotation(URI provider) {
    Map<String, String> variables = withProvider(provider, "RotationFunction");
    return new RotationHandler(composition.rotation(RotationConfiguration.of(variables)));
  }

  /** Replaces the provider's URL, because the template does not accept a local one. */
  private Map<String, String> withProvider(URI provider, String function) {
    Map<String, String> variables = new HashMap<>(stack.variables(function));
    if (!variables.replace(
        "RAMPLINE_PROVIDER_URL", StatefulTemplate.PROVIDER, provider.toString())) {
      throw new IllegalStateException(
          "The function does not use the provider URL of the parameter");
    }
    return variables;
  }
}
