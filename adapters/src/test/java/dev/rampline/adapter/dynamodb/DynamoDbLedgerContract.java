package dev.rampline.adapter.dynamodb;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.rampline.adapter.AwsUnderTest;
import dev.rampline.event.Subject;
import dev.rampline.event.TrustLevel;
import dev.rampline.ledger.FieldPrecedence;
import dev.rampline.ledger.FieldValue;
import dev.rampline.ledger.FieldValues;
import dev.rampline.ledger.Ledger;
import dev.rampline.ledger.Ledger.Consistency;
import dev.rampline.ledger.Ledger.WriteResult.Written;
import dev.rampline.ledger.LedgerContract;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.ledger.PendingChecks;
import dev.rampline.ledger.SampleRecords;
import dev.rampline.ledger.UnrecognizedTerms;
import dev.rampline.resources.LedgerTable;
import dev.rampline.time.Deadline;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;

/** The contract of the DynamoDB ledger, in addition to that of every ledger. */
abstract class DynamoDbLedgerContract extends LedgerContract {
  private final Subject subject = SampleRecords.freshOrder();
  private @Nullable DynamoDbClient client;

  /** Returns the AWS under test. */
  abstract AwsUnderTest aws();

  @BeforeEach
  final void openTable() {
    client = aws().dynamoDb();
    LedgerTable.create(client, aws().table());
  }

  @AfterEach
  final void closeClient() {
    client().close();
  }

  @Override
  protected final Ledger ledger() {
    return new DynamoDbLedger(client(), aws().table());
  }

  @Test
  void openIndex_containsSubjectsWithAScheduledCheck() {
    write(1, wanting(Instant.ofEpochSecond(1_800_000_000)));
    await().until(() -> items().inOpenIndex(subject, 1_800_000_000));

    write(2, wanting(Instant.ofEpochSecond(1_900_000_000)));
    await().until(() -> items().inOpenIndex(subject, 1_900_000_000));
    await().until(() -> !items().inOpenIndex(subject, 1_800_000_000));

    write(3, SampleRecords.first(subject));
    await().until(() -> !items().inOpenIndex(subject, 1_900_000_000));
  }

  @ParameterizedTest
  @ValueSource(strings = {"partner-1", " ", "Ünïcode 漢字"})
  void partnerOrderIndex_findsTheOrder(String id) {
    String unique = id + subject.text();

    write(1, withPartnerOrderId(unique));

    await().until(() -> items().byPartnerOrderId(unique).equals(List.of(subject.text())));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 683, 1_024})
  void partnerOrderIdThatNoIndexAllows_isKeptAsAField(int length) {
    LedgerRecord record = withPartnerOrderId("漢".repeat(length));

    write(1, record);

    assertThat(ledger().read(subject, Consistency.STRONG, soon())).contains(record);
    assertThat(items().item(subject)).doesNotContainKey("partnerOrderId");
  }

  @Test
  void unknownAttribute_survivesAWrite() {
    Map<String, AttributeValue> item =
        new HashMap<>(RecordCodec.encode(withPartnerOrderId("partner")));
    AttributeValue tomorrow = AttributeValue.fromM(Map.of("deep", AttributeValue.fromN("1.5")));
    item.put("tomorrow", tomorrow);
    items().put(item);

    write(2, (LedgerRecord) ledger().read(subject, Consistency.STRONG, soon()).orElseThrow());

    assertThat(items().item(subject)).containsEntry("tomorrow", tomorrow);
    assertThat(items().item(subject)).containsEntry("revision", AttributeValue.fromN("2"));
  }

  @Test
  void missingTable_isAnError_andNoOutage() {
    Ledger lost = new DynamoDbLedger(client(), "no-such-table");

    assertThatThrownBy(() -> lost.read(subject, Consistency.STRONG, soon()))
        .isInstanceOf(ResourceNotFoundException.class);
    assertThatThrownBy(() -> lost.write(SampleRecords.first(subject), soon()))
        .isInstanceOf(ResourceNotFoundException.class);
  }

  private void write(long number, LedgerRecord record) {
    assertThat(ledger().write(SampleRecords.at(number, record), soon())).isEqualTo(new Written());
  }

  private LedgerRecord wanting(Instant nextCheckAt) {
    return SampleRecords.with(
        SampleRecords.first(subject),
        new PendingChecks(List.of(), UnrecognizedTerms.NONE, nextCheckAt, 0));
  }

  private LedgerRecord withPartnerOrderId(String partnerOrderId) {
    FieldValue value =
        new FieldValue(partnerOrderId, new FieldPrecedence(10, null, TrustLevel.SIGNED));
    return SampleRecords.with(
        SampleRecords.first(subject), FieldValues.of(Map.of("partnerOrderId", value), Set.of()));
  }

  private LedgerItems items() {
    return new LedgerItems(client(), aws().table());
  }

  private DynamoDbClient client() {
    return requireNonNull(client);
  }

  private static Deadline soon() {
    return Deadline.after(Duration.ofSeconds(10), InstantSource.system());
  }
}
