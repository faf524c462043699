package dev.rampline.operations.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rampline.adapter.aws.Clients;
import dev.rampline.event.State;
import dev.rampline.event.Subject;
import dev.rampline.failure.FailureCause;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.ledger.UnreadableRecordException;
import dev.rampline.operations.doctor.ScriptedStack;
import dev.rampline.operations.recovery.RecoveryStores;
import dev.rampline.operations.recovery.StoreClients;
import dev.rampline.resources.QueuePlan;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sqs.SqsClient;

class SubjectLookupTest {
  private static final String AT = "2026-03-01T10:00:00Z";
  private static final String QUEUE = "http://127.0.0.1:1/0/rampline-events.fifo";
  private static final String KEYS = "{\"accessTokens\":[\"an-access-token-of-fair-length-000\"]}";

  @AutoClose private final ScriptedStack provider = new ScriptedStack();
  private final RecoveryStores stores = new RecoveryStores();
  @AutoClose private final StoreClients clients = stores.newClients();

  SubjectLookupTest() throws IOException {}

  @Test
  void order_isFoundByTheProvidersId_thePartnersId_andItsSubject() {
    put(
        new RecordBuilder("order/o-1")
            .signed(AT, State.COMPLETED, Map.of("partnerOrderId", "mine 1"))
            .build());

    assertThat(List.of("o-1", "mine 1"))
        .allSatisfy(id -> assertThat(found(lookup().find(id))).containsExactly("order/o-1"));
    assertThat(found(lookup().find(Subject.order("o-1")))).containsExactly("order/o-1");
  }

  @Test
  void partnersIdOfSeveralOrders_isThatOfAllOfThem() {
    put(order("order/o-1", Map.of("partnerOrderId", "retry")));
    put(order("order/o-2", Map.of("partnerOrderId", "retry")));
    put(order("order/retry", Map.of()));

    assertThat(found(lookup().find("retry")))
        .containsExactlyInAnyOrder("order/retry", "order/o-1", "order/o-2");
  }

  @Test
  void customer_isFoundByEachId() {
    put(customer("kyc/customer/c-1"));
    put(customer("kyc/partner-user/p-1"));
    put(customer("kyc/user/u-1"));

    assertThat(found(lookup().find("c-1"))).containsExactly("kyc/customer/c-1");
    assertThat(found(lookup().find("p-1"))).containsExactly("kyc/partner-user/p-1");
    assertThat(found(lookup().find("u-1"))).containsExactly("kyc/user/u-1");
  }

  @Test
  void idThatOnlyNamesAnotherId_leadsToTheCustomer() {
    put(customer("kyc/customer/c-1"));
    stores.putAlias("kyc/user/u-1", "kyc/customer/c-1");

    assertThat(found(lookup().find("u-1"))).containsExactly("kyc/customer/c-1");
    assertThat(found(lookup().find(new Subject("kyc/user/u-1"))))
        .containsExactly("kyc/customer/c-1");
  }

  @Test
  void erasedSubject_isFound() {
    LedgerRecord order = order("order/o-1", Map.of());
    put(order);
    stores.erase(order);

    assertThat(lookup().find("o-1"))
        .singleElement()
        .extracting(SubjectReport::outcome)
        .isEqualTo(LookupOutcome.ERASED);
  }

  @Test
  void provider_isAskedByTheRecordsId() {
    put(order("order/o-1", Map.of("partnerOrderId", "mine")));
    provider.addOrder(
        "o-1", "{\"id\":\"o-1\",\"status\":\"COMPLETED\",\"updatedAt\":\"" + AT + "\"}");

    assertThat(lookup().find("mine"))
        .singleElement()
        .satisfies(
            report -> {
              assertThat(report.outcome()).isEqualTo(LookupOutcome.AGREES);
              assertThat(report.provider())
                  .isInstanceOfSatisfying(
                      ProviderAnswer.Known.class,
                      known -> {
                        assertThat(known.rawStatus()).isEqualTo("COMPLETED");
                        assertThat(known.updatedAt()).hasToString(AT);
                      });
            });
  }

  @Test
  void subjectThatOnlyTheProviderKnows_isReported() {
    provider.addOrder("o-1", "{\"id\":\"o-1\",\"status\":\"FAILED\"}");
    provider.addCustomer("c-1", "{\"kycStatus\":\"APPROVED\"}");

    assertThat(lookup().find("o-1"))
        .singleElement()
        .satisfies(it -> assertThat(it.outcome()).isEqualTo(LookupOutcome.DIFFERS))
        .satisfies(it -> assertThat(it.subject().text()).isEqualTo("order/o-1"));
    assertThat(found(lookup().find("c-1"))).containsExactly("kyc/customer/c-1");
    assertThat(lookup().find(new Subject("kyc/customer/c-1")).getFirst().outcome())
        .isEqualTo(LookupOutcome.DIFFERS);
  }

  @Test
  void unknownId_isNotFound() {
    assertThat(lookup().find("nothing"))
        .singleElement()
        .extracting(SubjectReport::outcome)
        .isEqualTo(LookupOutcome.NOT_FOUND);
    assertThat(lookup().find(new Subject("kyc/user/nothing")).getFirst().provider())
        .isEqualTo(new ProviderAnswer.NoId());
    assertThat(lookup().find(Subject.order("Zoë")).getFirst().provider())
        .as("the subject contains a hash of the id")
        .isEqualTo(new ProviderAnswer.NoId());
  }

  @Test
  void providerThatCannotBeAsked_isSaid() {
    put(order("order/o-1", Map.of()));

    assertThat(lookup("").find("o-1").getFirst().provider()).isEqualTo(new ProviderAnswer.NoUrl());
    assertThat(lookup("http://127.0.0.1:1").find("o-1").getFirst().provider())
        .isInstanceOfSatisfying(
            ProviderAnswer.Failed.class,
            failed ->
                assertThat(failed.failure().cause()).isEqualTo(FailureCause.CONNECTION_REFUSED));
  }

  @Test
  void unusableAnswer_isAFailure() {
    put(order("order/o-1", Map.of()));
    provider.addOrder("o-1", "{\"id\":\"o-1\"}");

    assertThat(lookup().find("o-1").getFirst().outcome()).isEqualTo(LookupOutcome.NO_ANSWER);
  }

  @Test
  void answerAboutAnotherOrder_meansThatTheOrderIsNotKnown() {
    put(order("order/o-1", Map.of()));
    provider.addOrder("o-1", "{\"id\":\"o-2\",\"status\":\"FAILED\"}");

    assertThat(lookup().find("o-1").getFirst().provider()).isEqualTo(new ProviderAnswer.NotKnown());
  }

  @Test
  void recordOfANewerVersion_isAnError() {
    stores.putUnreadable("order/new");

    assertThatThrownBy(() -> lookup().find("new")).isInstanceOf(UnreadableRecordException.class);
  }

  @Test
  void waitingMessages_areCounted() {
    stores.send(QueuePlan.RELAY_DEAD, "{}");
    stores.send(QueuePlan.QUARANTINE, "{}");
    stores.send(QueuePlan.QUARANTINE, "{}");

    assertThat(lookup().find("o-1").getFirst().queues().counts())
        .containsEntry(WaitingQueue.RELAY_DEAD, OptionalInt.of(1))
        .containsEntry(WaitingQueue.QUARANTINE, OptionalInt.of(2))
        .containsEntry(WaitingQueue.RETRY, OptionalInt.of(0))
        .hasSize(WaitingQueue.values().length);
  }

  @Test
  void queueThatCannotBeRead_isUnknown() {
    StoreClients elsewhere =
        new StoreClients(
            clients.tables(),
            clients.queues(),
            clients.table(),
            _ -> "no-such-queue",
            Optional.empty());

    assertThat(lookup(elsewhere, "").find("o-1").getFirst().queues().counts().values())
        .containsOnly(OptionalInt.empty());
  }

  private void put(LedgerRecord record) {
    stores.write(record);
  }

  private static LedgerRecord order(String subject, Map<String, String> fields) {
    return new RecordBuilder(subject).signed(AT, State.COMPLETED, fields).build();
  }

  private static LedgerRecord customer(String subject) {
    return new RecordBuilder(subject).signed(AT, State.APPROVED, Map.of()).build();
  }

  private static List<String> found(List<SubjectReport> reports) {
    return reports.stream().map(report -> report.subject().text()).toList();
  }

  private SubjectLookup lookup() {
    return lookup(provider.url().toString());
  }

  private SubjectLookup lookup(String providerUrl) {
    return lookup(clients, providerUrl);
  }

  private static SubjectLookup lookup(StoreClients stores, String providerUrl) {
    Map<String, String> variables = new HashMap<>();
    variables.put("RAMPLINE_PROVIDER_URL", providerUrl);
    variables.put("RAMPLINE_TABLE", stores.table());
    variables.put("RAMPLINE_QUEUE_URL", QUEUE);
    variables.put("RAMPLINE_KEYS", KEYS);
    return new SubjectLookup(stores, new InlineKeys(stores), variables);
  }

  /** The clients of the embedded stores; the keys are inline. */
  private record InlineKeys(StoreClients stores) implements Clients {
    @Override
    public DynamoDbClient dynamoDb() {
      return stores.tables();
    }

    @Override
    public SqsClient sqs() {
      return stores.queues();
    }

    @Override
    public SecretsManagerClient secretsManager() {
      throw new UnsupportedOperationException("The keys are inline");
    }
  }
}
