package dev.rampline.cli.send;

import dev.rampline.adapter.dynamodb.DynamoDbLedger;
import dev.rampline.cli.options.InstallationOptions;
import dev.rampline.decoding.DecodingResult;
import dev.rampline.decoding.Vocabulary;
import dev.rampline.decoding.WebhookDecoder;
import dev.rampline.devstack.Ports;
import dev.rampline.event.EventMetadata;
import dev.rampline.event.Subject;
import dev.rampline.json.Json;
import dev.rampline.json.JsonReader;
import dev.rampline.ledger.Entry;
import dev.rampline.ledger.Ledger;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.ledger.LedgerUnavailableException;
import dev.rampline.ledger.Tombstone;
import dev.rampline.operations.recovery.StoreClients;
import dev.rampline.samples.SampleEvent;
import dev.rampline.time.Deadline;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;

/** The subjects of sent events, and what the ledger of a running stack says about them. */
final class SentSubjects {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final WebhookDecoder DECODER = new WebhookDecoder(Vocabulary.DOCUMENTED, Set.of());

  private final Set<Subject> subjects = new LinkedHashSet<>();

  /** Adds the subject of each event that has one. */
  void addAll(SendPlan plan) {
    plan.steps().forEach(step -> add(step.event()));
  }

  private void add(SampleEvent event) {
    EventMetadata metadata = EventMetadata.ofWebhook(InstantSource.system().instant(), null);
    if (JsonReader.read(event.payload()).orElse(null) instanceof Json.Obj payload
        && DECODER.decode(payload, metadata) instanceof DecodingResult.WithEvent decoded) {
      subjects.add(decoded.event().subject());
    }
  }

  /** Prints the subjects, for a receiver whose ledger cannot be read. */
  void print(PrintWriter out) {
    subjects.forEach(subject -> out.println("About " + subject.text()));
    out.flush();
  }

  /** Prints the state of each subject in the running stack, and the next command. */
  void printOutcome(PrintWriter out, Ports ports) {
    try (StoreClients stores = InstallationOptions.local(ports)) {
      Ledger ledger = new DynamoDbLedger(stores.tables(), stores.table());
      for (Subject subject : subjects) {
        out.println(outcome(subject, read(ledger, subject)));
      }
      printNext(out, ports);
    } catch (SdkException | LedgerUnavailableException unavailable) {
      print(out);
    }
  }

  /** Prints the command that shows the last subject. */
  void printNext(PrintWriter out, Ports ports) {
    subjects.stream()
        .reduce((_, later) -> later)
        .ifPresent(
            last ->
                out.printf("Next: ./rampline order %s%s%n", last.text(), ports.commandOption()));
    out.flush();
  }

  private static @Nullable Entry read(Ledger ledger, Subject subject) {
    return ledger
        .read(subject, Ledger.Consistency.STRONG, Deadline.after(TIMEOUT, InstantSource.system()))
        .orElse(null);
  }

  private static String outcome(Subject subject, @Nullable Entry entry) {
    return switch (entry) {
      case null -> subject.text() + ": the ledger has no record.";
      case Tombstone _ -> subject.text() + " was erased: the ledger ignores its events.";
      case LedgerRecord record ->
          "%s is %s%s%s."
              .formatted(
                  subject.text(), record.state().text(), conflict(record), unverified(record));
    };
  }

  private static String conflict(LedgerRecord record) {
    return record.terminalStates().hasOpenConflict() ? ", with an open conflict" : "";
  }

  private static String unverified(LedgerRecord record) {
    return record.pendingChecks().unverifiedEvents().stream()
        .map(event -> event.state().text())
        .collect(Collectors.collectingAndThen(Collectors.joining(", "), SentSubjects::unverified));
  }

  private static String unverified(String states) {
    return states.isEmpty() ? "" : ", unverified: " + states;
  }
}
