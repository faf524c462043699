package dev.rampline.cli;

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

/** Who is posted to. */
final class ReceiverOptions {
  private static final Set<String> HTTP = Set.of("http", "https");

  @Spec(Target.MIXEE)
  private CommandSpec spec;

  @Mixin private PortOffset portOffset = new PortOffset();

  private @Nullable URI to;

  @Option(
      names = "--to",
      paramLabel = "URL",
      description = "Where to post it (default: the running ./rampline dev).")
  void setTo(URI target) {
    if (target.getHost() == null || !HTTP.contains(String.valueOf(target.getScheme()))) {
      throw new ParameterException(
          spec.commandLine(), "--to wants a URL that begins with http:// or https://");
    }
    to = target;
  }

  /** The stack that runs on this machine, if one does. */
  Optional<RunningDevStack> running() {
    return RunningDevStack.find(ProjectHome.path(), portOffset.value());
  }

  /** Whether it is another than the stack that runs. */
  boolean hasExplicitUrl() {
    return to != null;
  }

  /** Its URL; where {@code ./rampline dev} would listen, if neither is given nor runs. */
  URI url() {
    return to != null ? to : running().map(RunningDevStack::webhookUrl).orElseGet(this::defaultUrl);
  }

  private URI defaultUrl() {
    return URI.create(
        "http://127.0.0.1:" + portOffset.ports().receiver() + LocalWebhookServer.PATH);
  }
}
