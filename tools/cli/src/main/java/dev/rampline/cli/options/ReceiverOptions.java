package dev.rampline.cli.options;

import dev.rampline.devstack.Ports;
import dev.rampline.devstack.RunningDevStack;
import dev.rampline.devstack.http.LocalWebhookServer;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Options that select the receiver of webhooks. */
public final class ReceiverOptions {
  private static final Set<String> HTTP = Set.of("http", "https");

  @Spec(Target.MIXEE)
  private CommandSpec spec;

  @Mixin private PortOffset portOffset = new PortOffset();

  private @Nullable URI to;

  @Option(
      names = "--to",
      paramLabel = "URL",
      description = "Post to this URL (default: the running ./rampline dev).")
  void setTo(URI target) {
    if (target.getHost() == null || !HTTP.contains(String.valueOf(target.getScheme()))) {
      throw new ParameterException(
          spec.commandLine(), "--to must be a URL that begins with http:// or https://");
    }
    to = target;
  }

  /** Returns the stack that runs on this machine, if any. */
  public Optional<RunningDevStack> running() {
    return RunningDevStack.find(ProjectHome.state(), portOffset.value());
  }

  /** Returns the ports of the stack that runs on this machine. */
  public Ports ports() {
    return portOffset.ports();
  }

  /** Whether {@code --to} gives a URL. */
  public boolean hasExplicitUrl() {
    return to != null;
  }

  /** Returns the given URL, that of the running stack, or the default of {@code ./rampline dev}. */
  public URI url() {
    return to != null ? to : running().map(RunningDevStack::webhookUrl).orElseGet(this::defaultUrl);
  }

  private URI defaultUrl() {
    return URI.create(
        "http://127.0.0.1:" + portOffset.ports().receiver() + LocalWebhookServer.PATH);
  }
}
