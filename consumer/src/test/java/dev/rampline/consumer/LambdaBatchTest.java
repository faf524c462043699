package dev.rampline.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LambdaBatchTest {
  private static final String VALID_BODY =
      MessageBodies.body(MessageBodies.ORDER, 1, "processing", null);

  private final List<String> calls = new ArrayList<>();
  private final StateFollower follower =
      new StateFollower(
          new InMemoryHandledStates(),
          change -> calls.add(change.subject()),
          (delivery, fault) -> {});

  @Test
  void failedMessage_andThoseThatFollowInItsGroup_areReportedByTheirIds() {
    SQSEvent event =
        event(
            message("a", "order/9", "?"),
            message("b", "order/9", MessageBodies.body("order/9", 2, "completed", null)),
            message("c", "order/1", VALID_BODY));

    assertThat(LambdaBatch.follow(follower, event).getBatchItemFailures())
        .extracting(BatchItemFailure::getItemIdentifier)
        .containsExactly("a", "b");
    assertThat(calls).containsExactly("order/1");
  }

  @Test
  void messagesWithoutGroup_failIndependently() {
    SQSEvent event = event(message("a", null, "?"), message("b", null, VALID_BODY));

    assertThat(LambdaBatch.follow(follower, event).getBatchItemFailures()).hasSize(1);
    assertThat(calls).containsExactly("order/1");
  }

  @Test
  void eventWithoutMessages_hasNoFailures() {
    SQSEvent nothing = null;

    assertThat(LambdaBatch.follow(follower, new SQSEvent()).getBatchItemFailures()).isEmpty();
    assertThat(LambdaBatch.follow(follower, nothing).getBatchItemFailures()).isEmpty();
  }

  private static SQSEvent event(SQSMessage... messages) {
    SQSEvent event = new SQSEvent();
    event.setRecords(List.of(messages));
    return event;
  }

  private static SQSMessage message(String id, @Nullable String group, String body) {
    SQSMessage message = new SQSMessage();
    message.setMessageId(id);
    message.setBody(body);
    message.setAttributes(group == null ? Map.of() : Map.of("MessageGroupId", group));
    return message;
  }
}
