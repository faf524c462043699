package dev.rampline.cli.inspect;

import dev.rampline.adapter.configuration.EnvironmentVariables;
import dev.rampline.adapter.configuration.VocabularySetting;
import dev.rampline.cli.options.Input;
import dev.rampline.cli.options.KeyOptions;
import dev.rampline.cli.options.PortOffset;
import dev.rampline.cli.options.ProjectHome;
import dev.rampline.cli.options.Version;
import dev.rampline.decoding.DecodingResult;
import dev.rampline.decoding.Vocabulary;
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
          + " receiver would reject the body. Reads RAMPLINE_VOCABULARY.",
      "Takes the body and the signature from a captured event of API Gateway."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./rampline verify body.json --keys keys.json",
      "  ./rampline verify - --keys keys.json --signature HEX --json"
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
    Vocabulary vocabulary = VocabularySetting.of(new EnvironmentVariables(System.getenv()));
    Keys used =
        keys.resolve(RunningDevStack.find(ProjectHome.state(), portOffset.value())).toKeys();
    WebhookVerifier verifier =
        new WebhookVerifier(vocabulary.webhookFormat(), LEEWAY, InstantSource.system());
    VerifyInput input = VerifyInput.of(Input.read(file), verifier.signatureHeader(), signature);
    Verification verification = input.verify(verifier, used);
    VerificationPrinter verdict =
        new VerificationPrinter(spec.commandLine().getOut(), json, vocabulary.additions());
    return switch (verification) {
      case Verification.Rejected rejected ->
          verdict.printRejected(rejected.reason(), hint(verifier, input, used));
      case Verification.Unreadable unreadable -> verdict.printUnreadable(unreadable);
      case Verification.Verified verified ->
          verdict.printVerified(verified, decoded(verified, vocabulary));
    };
  }

  /** A shell's echo adds a line break, which the signature does not cover. */
  private static @Nullable String hint(WebhookVerifier verifier, VerifyInput input, Keys used) {
    VerifyInput shorter = input.withoutLineBreak();
    return shorter == null || shorter.verify(verifier, used) instanceof Verification.Rejected
        ? null
        : "The body is valid without the line break at its end. Write it with printf instead of"
            + " echo.";
  }

  private static DecodingResult decoded(Verification.Verified verified, Vocabulary vocabulary) {
    return new WebhookDecoder(vocabulary, Set.of())
        .decode(verified.claims(), EventMetadata.ofWebhook(Instant.now(), null));
  }
}
