package dev.rampline.consumer;

import static dev.rampline.consumer.HandledStateVectors.elements;
import static dev.rampline.consumer.HandledStateVectors.texts;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The cases that the followers in all languages pass. */
class FollowerVectorsTest {
  /** A row of the table about readable messages. */
  private static final Pattern ROW = Pattern.compile("^\\| `([\\w.]+)` ", Pattern.MULTILINE);

  static Stream<String> names() throws IOException {
    return cases().map(vector -> vector.path("name").asText());
  }

  @ParameterizedTest
  @MethodSource("names")
  void follower_passesEveryCase(String name) throws IOException {
    JsonNode vector =
        cases().filter(it -> it.path("name").asText().equals(name)).findFirst().orElseThrow();
    InMemoryHandledStates states = new InMemoryHandledStates();
    store(states, vector.path("before"));

    vector.path("batches").forEach(batch -> new Batch(batch, states).follow());

    assertThat(states.all()).isEqualTo(HandledStateVectors.statesBySubject(vector.path("after")));
  }

  /** Each malformed message is named after a member that the page says a reader must check. */
  @Test
  void everyMemberOfThePage_hasMalformedMessages() throws IOException {
    JsonNode malformed =
        cases()
            .filter(it -> it.path("name").asText().startsWith("malformed"))
            .findFirst()
            .orElseThrow();
    Set<String> members =
        texts(malformed.at("/batches/0/failures")).stream()
            .map(name -> name.substring(0, name.indexOf(':')))
            .collect(toCollection(TreeSet::new));

    assertThat(members).isEqualTo(membersOfThePage());
  }

  private static Set<String> membersOfThePage() throws IOException {
    String page = Files.readString(Path.of("../docs/consuming.md"));
    int section = page.indexOf("### Readable messages");
    Set<String> members = new TreeSet<>(Set.of("body"));
    ROW.matcher(page.substring(section, page.indexOf("\n## ", section)))
        .results()
        .forEach(row -> members.add(row.group(1)));
    return members;
  }

  private static Stream<JsonNode> cases() throws IOException {
    return HandledStateVectors.read("follower.json", "cases");
  }

  private static void store(HandledStates states, JsonNode expected) {
    HandledStateVectors.statesBySubject(expected)
        .forEach(
            (subject, next) -> {
              try {
                states.replace(subject, states.find(subject).orElse(null), next);
              } catch (Exception impossible) {
                throw new IllegalStateException(impossible);
              }
            });
  }

  /** Passes a batch to a follower whose handler and memory fail as the case says. */
  private static final class Batch implements HandledStates {
    private final JsonNode vector;
    private final InMemoryHandledStates states;
    private final List<Call> calls = new ArrayList<>();
    private final Map<String, String> reasons = new HashMap<>();

    Batch(JsonNode vector, InMemoryHandledStates states) {
      this.vector = vector;
      this.states = states;
    }

    void follow() {
      StateFollower follower =
          new StateFollower(
              this,
              this::handle,
              (delivery, reason) -> reasons.put(delivery.id(), reasonText(reason)));

      List<String> failures =
          follower.follow(elements(vector.path("messages")).map(Batch::message).toList());

      assertThat(calls).isEqualTo(elements(vector.path("calls")).map(Call::expected).toList());
      assertThat(failures).isEqualTo(texts(vector.path("failures")));
      Map<String, String> expected = new HashMap<>();
      vector
          .path("reasons")
          .properties()
          .forEach(reason -> expected.put(reason.getKey(), reason.getValue().asText()));
      assertThat(reasons).isEqualTo(expected);
    }

    private static QueueMessage message(JsonNode message) {
      JsonNode body = message.path("body");
      return new QueueMessage(
          message.path("id").asText(),
          message.path("group").asText(),
          body.isObject() ? body.toString() : body.textValue());
    }

    private void handle(Change change) throws HandlerException {
      calls.add(Call.of(change));
      store(states, vector.path("storedMeanwhile"));
      if (texts(vector.path("handlerFails")).contains(change.subject() + "/" + change.sequence())) {
        throw new HandlerException();
      }
    }

    @Override
    public Optional<HandledState> find(String subject) throws MemoryException {
      failIf("findFails", subject);
      return states.find(subject);
    }

    @Override
    public boolean replace(String subject, @Nullable HandledState found, HandledState next)
        throws MemoryException {
      failIf("replaceFails", subject);
      return states.replace(subject, found, next);
    }

    private void failIf(String member, String subject) throws MemoryException {
      if (texts(vector.path(member)).contains(subject)) {
        throw new MemoryException();
      }
    }

    private static String reasonText(Throwable reason) {
      if (reason instanceof UnreadableMessageException) {
        return "unreadable";
      }
      if (reason instanceof ConcurrentUpdateException) {
        return "concurrent";
      }
      return reason instanceof MemoryException ? "memory" : "handler";
    }
  }

  private record Call(
      String subject,
      long sequence,
      @Nullable String previous,
      String state,
      @Nullable Conflict conflict,
      boolean confirmed) {
    static Call of(Change change) {
      return new Call(
          change.subject(),
          change.sequence(),
          change.previous(),
          change.state(),
          change.conflict(),
          change.isConfirmed());
    }

    static Call expected(JsonNode call) {
      return new Call(
          call.path("subject").asText(),
          call.path("sequence").longValue(),
          call.path("previous").textValue(),
          call.path("state").asText(),
          HandledStateVectors.conflict(call.path("conflict")),
          call.path("confirmed").booleanValue());
    }
  }

  private static final class HandlerException extends Exception {}

  private static final class MemoryException extends Exception {}
}
