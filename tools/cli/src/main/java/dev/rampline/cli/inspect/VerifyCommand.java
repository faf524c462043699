package dev.rampline.cli.inspect;

import dev.rampline.cli.options.Input;
import dev.rampline.cli.options.KeyOptions;
import dev.rampline.cli.options.PortOffset;
import dev.rampline.cli.options.ProjectHome;
import dev.rampline.cli.options.Version;
import dev.rampline.decoding.DecodingResult;
import dev.rampline.decoding.WebhookDecoder;
import dev.rampline.devstack.RunningDevStack;
import dev.rampline.event.EventMetadata;
import dev.rampline.verification.Keys;
import dev.rampline.verification.Verification;
import dev.rampline.verification.WebhookVerifier;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Verifies and decodes a webhook body. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Verify and decode a webhook body.",
      "Prints how the receiver verifies the body and what the event reports. Exits 1 if the"
          + " receiver"
          + " would reject the body."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./rampline verify body.json --access-token TOKEN",
      "  ./rampline verify - --webhook-secret SECRET --signature HEX --json"
    })
public final class VerifyCommand implements Callable<Integer> {
  private static final Duration LEEWAY = Duration.ofMinutes(5);

  @Spec private CommandSpec spec;
  @Mixin private KeyOptions keys = new KeyOptions();
  @Mixin private PortOffset portOffset = new PortOffset();

  @Parameters(
      paramLabel = "FILE",
      description = "Read the body from this file; - is standard input.")
  private String file = "";

  @Option(
      names = "--signature",
      paramLabel = "TEXT",
      description = "Use this value of the signature header.")
  private @Nullable String signature;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() {
    Keys used = keys.resolve(RunningDevStack.find(ProjectHome.path(), portOffset.value())).toKeys();
    Verification verification =
        new WebhookVerifier(LEEWAY, InstantSource.system())
            .verify(Input.read(file), signature, used);
    VerificationPrinter verdict = new VerificationPrinter(spec.commandLine().getOut(), json);
    return switch (verification) {
      case Verification.Rejected rejected -> verdict.printRejected(rejected.reason());
      case Verification.Verified verified -> verdict.printVerified(verified, decoded(verified));
    };
  }

  private static DecodingResult decoded(Verification.Verified verified) {
    return new WebhookDecoder(Set.of())
        .decode(verified.claims(), EventMetadata.ofWebhook(Instant.now(), null));
  }
}
