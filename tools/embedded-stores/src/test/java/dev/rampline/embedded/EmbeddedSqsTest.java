package dev.rampline.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

class EmbeddedSqsTest {
  private EmbeddedSqs store;
  private SqsClient client;

  @BeforeEach
  void startStore() {
    store = EmbeddedSqs.start(0);
    client = LocalClients.sqs(store.endpoint());
  }

  @AfterEach
  void stopStore() {
    client.close();
    store.close();
  }

  @Test
  void store_listensOnLoopbackOnly() throws Exception {
    int port = store.endpoint().getPort();

    assertThat(LocalAddresses.isListening(InetAddress.getLoopbackAddress(), port)).isTrue();
    assertThat(LocalAddresses.beyondLoopback())
        .noneMatch(address -> LocalAddresses.isListening(address, port));
  }

  @Test
  void portInUse_isNamed() {
    int port = store.endpoint().getPort();

    assertThatThrownBy(() -> EmbeddedSqs.start(port))
        .isInstanceOfSatisfying(
            PortInUseException.class, inUse -> assertThat(inUse.port()).isEqualTo(port));
  }

  @Test
  void closedStore_leavesNoThread() {
    ThreadLeakCheck.assertNoLeak(() -> EmbeddedSqs.start(0).close());
  }

  @Test
  void closedStore_freesItsPort() {
    int port = store.endpoint().getPort();
    client.listQueues();

    store.close();
    store = EmbeddedSqs.start(port);

    assertThat(client.listQueues().queueUrls()).isEmpty();
  }

  @Test
  void closedStore_interruptsCallsInProgress() {
    String queue = EmbeddedQueues.create(client).events().toString();
    CompletableFuture<Void> longPoll =
        CompletableFuture.runAsync(
            () -> client.receiveMessage(request -> request.queueUrl(queue).waitTimeSeconds(20)));

    store.close();

    assertThat(longPoll).failsWithin(Duration.ofMinutes(1));
  }

  @Test
  void queues_haveTheirDocumentedNames() {
    EmbeddedQueues queues = EmbeddedQueues.create(client);

    assertThat(EmbeddedQueues.create(client)).isEqualTo(queues);
    assertThat(queues.events())
        .hasToString(store.endpoint() + "/000000000000/rampline-events.fifo");
    assertThat(client.listQueues().queueUrls())
        .extracting(url -> url.substring(url.lastIndexOf('/') + 1))
        .containsExactlyInAnyOrder(
            "rampline-events.fifo",
            "rampline-events-dead.fifo",
            "rampline-retry",
            "rampline-retry-dead",
            "rampline-relay-dead");
  }

  @Test
  void eventsQueue_dropsADuplicateDeduplicationId() {
    EmbeddedQueues queues = EmbeddedQueues.create(client);
    send(queues, "first", "order/1/1");
    send(queues, "second", "order/1/1");
    send(queues, "third", "order/1/2");

    assertThat(
            client
                .receiveMessage(
                    request -> request.queueUrl(queues.events().toString()).maxNumberOfMessages(10))
                .messages())
        .extracting(Message::body)
        .containsExactly("first", "third");
  }

  private void send(EmbeddedQueues queues, String body, String id) {
    client.sendMessage(
        message ->
            message
                .queueUrl(queues.events().toString())
                .messageGroupId("order/1")
                .messageDeduplicationId(id)
                .messageBody(body));
  }
}
