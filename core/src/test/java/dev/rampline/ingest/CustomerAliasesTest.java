package dev.rampline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.erasure.Erasure;
import dev.rampline.erasure.ErasureResult;
import dev.rampline.event.Channel;
import dev.rampline.event.EventFields;
import dev.rampline.event.EventMetadata;
import dev.rampline.event.State;
import dev.rampline.event.StatusReport;
import dev.rampline.event.Subject;
import dev.rampline.event.UnverifiedEvent;
import dev.rampline.event.VerifiedEvent;
import dev.rampline.ledger.InMemoryLedger;
import dev.rampline.ledger.Ledger;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.lifecycle.Decision;
import dev.rampline.lifecycle.LookupScope;
import dev.rampline.message.CloudEventMessage;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One customer under several ids: once an event names two of them, they show the same state. */
class CustomerAliasesTest extends IngestFixture {
  private static final Instant START = Instant.parse("2026-03-01T10:30:00Z");
  private static final Subject CUSTOMER = Subject.customer("c-1");
  private static final Subject PARTNER_USER = Subject.partnerUser("p-1");
  private static final Subject USER = Subject.user("u-1");
  private static final List<State> STATES =
      List.of(State.SUBMITTED, State.APPROVED, State.REJECTED, State.RETRY);

  private InMemoryLedger ledger = new InMemoryLedger();
  private InMemoryPublisher publisher = new InMemoryPublisher();

  @Override
  protected Ledger ledger() {
    return ledger;
  }

  @Override
  protected Publisher publisher() {
    return publisher;
  }

  @Override
  protected List<CloudEventMessage> received(int expected) {
    return publisher.messages();
  }

  @Test
  void idThatTheFirstEventNames_leadsTheSecondToTheSameCustomer() {
    ingest(event("c-1", "p-1", null, State.SUBMITTED, null));

    ingest(event(null, "p-1", null, State.APPROVED, null));

    assertThat(record(CUSTOMER).state()).isEqualTo(State.APPROVED);
    assertThat(record(PARTNER_USER).state()).isEqualTo(State.APPROVED);
    assertThat(newestMessage(CUSTOMER)).contains("\"state\":\"approved\"");
    assertThat(newestMessage(PARTNER_USER)).contains("\"state\":\"approved\"");
  }

  @Test
  void eventsBeforeTheLink_countForTheOtherIdToo() {
    ingest(event(null, "p-1", null, State.SUBMITTED, START));
    ingest(event(null, "p-1", null, State.REJECTED, START.plusSeconds(60)));

    ingest(event("c-1", "p-1", null, State.SUBMITTED, START));

    assertThat(record(CUSTOMER).state()).isEqualTo(State.REJECTED);
    assertThat(newestMessage(CUSTOMER)).contains("\"state\":\"rejected\"");
    assertThat(record(CUSTOMER).version()).isEqualTo(record(PARTNER_USER).version());
  }

  @Test
  void customerWhoseEventsAllNameTheCustomerId_hasOneRecordWithMessages() {
    ingest(event("c-1", "p-1", "u-1", State.SUBMITTED, START));
    ingest(event("c-1", "p-1", "u-1", State.APPROVED, START.plusSeconds(1)));

    assertThat(publisher.messages())
        .extracting(CloudEventMessage::id)
        .containsExactly("kyc/customer/c-1/1", "kyc/customer/c-1/2");
    assertThat(record(PARTNER_USER).version()).isZero();
    assertThat(record(USER).pendingChecks().nextCheckAt()).isNull();
  }

  @Test
  void repeatedEvent_changesNothing() {
    VerifiedEvent event = event("c-1", "p-1", null, State.SUBMITTED, START);
    ingest(event(null, "p-1", null, State.SUBMITTED, START));
    ingest(event);
    List<LedgerRecord> before = List.copyOf(ledger.records());

    assertThat(ingest(event).decision()).isInstanceOf(Decision.Duplicate.class);

    assertThat(ledger.records()).containsExactlyInAnyOrderElementsOf(before);
  }

  @Tag("exhaustive")
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void allIds_showTheSame_inEveryOrderOfArrival(boolean timed) {
    Random random = new Random(15);
    for (int round = 0; round < 300; round++) {
      List<VerifiedEvent> events = linkedEvents(random, timed);
      Set<State> states = new HashSet<>();
      for (int order = 0; order < 12; order++) {
        Collections.shuffle(events, random);
        restart();
        events.forEach(this::ingest);
        states.add(assertSameState(events));
      }
      if (timed) {
        assertThat(states).as("%s", events).containsExactly(latest(events));
      }
    }
  }

  @Test
  void unverifiedEvent_onAnAlias_isPendingForTheCustomer_andResolvedForBoth() {
    ingest(event(null, "p-1", null, State.SUBMITTED, START));
    ingest(event("c-1", "p-1", null, State.SUBMITTED, START.plusSeconds(1)));

    ingest(new UnverifiedEvent(PARTNER_USER, State.APPROVED, Channel.SOCKET, START));

    assertThat(record(CUSTOMER).pendingChecks().unverifiedEvents()).hasSize(1);
    assertThat(record(PARTNER_USER).pendingChecks().unverifiedEvents()).hasSize(1);
    assertThat(record(PARTNER_USER).pendingChecks().nextCheckAt()).isNull();
    ingest(answer(State.REJECTED, record(CUSTOMER).version()));
    for (Subject id : List.of(CUSTOMER, PARTNER_USER)) {
      assertThat(record(id).state()).isEqualTo(State.REJECTED);
      assertThat(record(id).pendingChecks().unverifiedEvents()).isEmpty();
      assertThat(record(id).currentStatus().confirmed()).isTrue();
    }
  }

  @Test
  void idOfTwoCustomers_joinsNeither() {
    ingest(event("c-1", "p-1", null, State.SUBMITTED, START));
    ingest(event("c-2", "p-1", null, State.REJECTED, START));

    ingest(event(null, "p-1", null, State.APPROVED, START.plusSeconds(1)));
    ingest(event("c-1", "p-1", null, State.RETRY, START.plusSeconds(2)));

    assertThat(record(CUSTOMER).state()).isEqualTo(State.RETRY);
    assertThat(record(Subject.customer("c-2")).state()).isEqualTo(State.REJECTED);
    assertThat(record(PARTNER_USER).state()).isEqualTo(State.APPROVED);
  }

  @Test
  void secondPartnerUserOfACustomer_joinsNeither() {
    ingest(event("c-1", "p-1", null, State.SUBMITTED, START));
    ingest(event("c-1", "p-2", null, State.REJECTED, START.plusSeconds(1)));

    ingest(event("c-1", null, null, State.APPROVED, START.plusSeconds(2)));
    ingest(event(null, "p-2", null, State.RETRY, START.plusSeconds(3)));

    assertThat(record(CUSTOMER).state()).isEqualTo(State.APPROVED);
    assertThat(record(Subject.partnerUser("p-2")).state()).isEqualTo(State.RETRY);
    assertThat(record(PARTNER_USER).version()).isZero();
  }

  @Test
  void twoCustomers_areNeverJoined() {
    Random random = new Random(16);
    for (int round = 0; round < 300; round++) {
      restart();
      for (int step = 0; step < 12; step++) {
        int customer = 1 + random.nextInt(2);
        State state = customer == 1 ? State.APPROVED : State.REJECTED;
        ingest(
            event(
                "c-" + customer,
                random.nextBoolean() ? "p-" + random.nextInt(3) : null,
                random.nextBoolean() ? "u-" + random.nextInt(3) : null,
                state,
                START.plusSeconds(step)));
      }
      find(CUSTOMER).ifPresent(it -> assertThat(it.state()).isEqualTo(State.APPROVED));
      find(Subject.customer("c-2"))
          .ifPresent(it -> assertThat(it.state()).isEqualTo(State.REJECTED));
    }
  }

  @Test
  void erasure_erasesAllIdsOfTheCustomer_andLaterEventsOnEachAreDropped() {
    ingest(event(null, "p-1", null, State.SUBMITTED, START));
    ingest(event("c-1", "p-1", "u-1", State.APPROVED, START.plusSeconds(1)));

    ErasureResult result = new Erasure(ledger, InstantSource.system()).erase(USER, deadline());

    assertThat(result)
        .isInstanceOfSatisfying(
            ErasureResult.Erased.class,
            erased ->
                assertThat(erased.aliases()).containsExactlyInAnyOrder(CUSTOMER, PARTNER_USER));
    assertThat(ledger.records()).isEmpty();
    for (VerifiedEvent later :
        List.of(
            event("c-1", null, null, State.REJECTED, START.plusSeconds(2)),
            event(null, "p-1", null, State.REJECTED, START.plusSeconds(2)),
            event(null, null, "u-1", State.REJECTED, START.plusSeconds(2)),
            event("c-new", "p-1", null, State.REJECTED, START.plusSeconds(2)))) {
      assertThat(ingest(later).decision()).isEqualTo(new Decision.Erased());
    }
    assertThat(ledger.records()).isEmpty();
  }

  @Test
  void withdrawal_prevails_whereNoApiCanBeAsked() {
    for (State state :
        List.of(State.SUBMITTED, State.REJECTED, State.SUBMITTED, State.APPROVED, State.REJECTED)) {
      ingest(event(null, "p-1", null, state, null));
      assertThat(record(PARTNER_USER).state()).isEqualTo(state);
    }

    assertThat(record(PARTNER_USER).currentStatus().confirmed()).isFalse();
    assertThat(record(PARTNER_USER).pendingChecks().unverifiedEvents()).isEmpty();
    assertThat(newestMessage(PARTNER_USER)).contains("\"state\":\"rejected\"");
  }

  @Test
  void withdrawalOfACustomer_prevailsToo_withoutAProviderUrl() {
    Ingest offline =
        new Ingest(
            ledger,
            publisher,
            COMPOSER,
            Duration.ofSeconds(60),
            new Random(1),
            pause -> {},
            LookupScope.NONE);
    for (State state : List.of(State.REJECTED, State.APPROVED, State.REJECTED)) {
      offline.ingest(event("c-1", null, null, state, null), deadline());
    }

    assertThat(record(CUSTOMER).state()).isEqualTo(State.REJECTED);
    assertThat(record(CUSTOMER).currentStatus().confirmed()).isFalse();
  }

  @Test
  void newCustomer_startsAtTheFirstVersion_underAllItsIds() {
    Ingest restored =
        new Ingest(ledger, publisher, COMPOSER, Duration.ofSeconds(60), new Random(1), pause -> {})
            .withFirstVersion(1000);
    restored.ingest(event("c-1", "p-1", null, State.SUBMITTED, START), deadline());

    assertThat(record(CUSTOMER).version()).isEqualTo(1000);
    assertThat(record(PARTNER_USER).version()).isZero();
    restored.ingest(event(null, "p-1", null, State.APPROVED, START.plusSeconds(1)), deadline());
    assertThat(record(CUSTOMER).version()).isEqualTo(1001);
    assertThat(record(PARTNER_USER).version()).isEqualTo(1001);
  }

  @Test
  void listener_isNotifiedOnce_ofAllRecordsOfACustomer() {
    List<LedgerRecord> notified = new ArrayList<>();
    Ingest ingest = on(ledger).withListener((record, _) -> notified.add(record));
    ingest.ingest(event("c-1", "p-1", null, State.SUBMITTED, START), deadline());
    ingest.ingest(event(null, "p-1", null, State.APPROVED, START.plusSeconds(1)), deadline());

    assertThat(notified).extracting(LedgerRecord::subject).containsExactly(CUSTOMER, PARTNER_USER);
    assertThat(record(CUSTOMER).lastChange().trace())
        .isEqualTo(record(PARTNER_USER).lastChange().trace());
  }

  private void restart() {
    ledger = new InMemoryLedger();
    publisher = new InMemoryPublisher();
  }

  /** Some events, and in any case those that link the three ids. */
  private static List<VerifiedEvent> linkedEvents(Random random, boolean timed) {
    List<VerifiedEvent> events = new ArrayList<>();
    List<Predicate<Integer>> named = new ArrayList<>();
    IntStream.range(0, 1 + random.nextInt(5))
        .mapToObj(_ -> 1 + random.nextInt(7))
        .forEach(bits -> named.add(id -> (bits & (1 << id)) != 0));
    int missing = random.nextInt(3);
    named.add(id -> id != missing);
    named.add(id -> id != (missing + 1) % 3);
    int seconds = 0;
    for (Predicate<Integer> ids : named) {
      seconds++;
      events.add(
          event(
              ids.test(0) ? "c-1" : null,
              ids.test(1) ? "p-1" : null,
              ids.test(2) ? "u-1" : null,
              STATES.get(random.nextInt(STATES.size())),
              timed ? START.plusSeconds(seconds) : null));
    }
    return events;
  }

  private State assertSameState(List<VerifiedEvent> events) {
    Map<Subject, LedgerRecord> records = new LinkedHashMap<>();
    for (Subject id : List.of(CUSTOMER, PARTNER_USER, USER)) {
      find(id).filter(record -> record.version() > 0).ifPresent(it -> records.put(id, it));
    }
    assertThat(records).as("%s", events).isNotEmpty();
    LedgerRecord first = records.values().iterator().next();
    assertThat(records.values())
        .as("%s", events)
        .allSatisfy(
            record -> {
              assertThat(record.state()).isEqualTo(first.state());
              assertThat(record.version()).isEqualTo(first.version());
              assertThat(record.currentStatus()).isEqualTo(first.currentStatus());
              assertThat(record.fields().values()).isEqualTo(first.fields().values());
              assertThat(newestMessage(record.subject()))
                  .contains("\"state\":\"" + first.state().text() + "\"");
            });
    events.forEach(event -> assertThat(records).containsKey(event.subject()));
    return first.state();
  }

  private static State latest(List<VerifiedEvent> events) {
    return events.stream()
        .max((one, other) -> one.metadata().receivedAt().compareTo(other.metadata().receivedAt()))
        .orElseThrow()
        .status()
        .state();
  }

  private Optional<LedgerRecord> find(Subject id) {
    return ledger
        .read(id, Ledger.Consistency.STRONG, deadline())
        .map(entry -> (LedgerRecord) entry);
  }

  private String newestMessage(Subject id) {
    return publisher.messages().stream()
        .filter(message -> message.subject().equals(id))
        .reduce((_, newer) -> newer)
        .orElseThrow()
        .body();
  }

  private static VerifiedEvent answer(State state, long version) {
    return new VerifiedEvent(
        CUSTOMER,
        new StatusReport(state, null, null, null, state.name()),
        new EventFields(Map.of("partnerCustomerId", "c-1"), Set.of()),
        null,
        EventMetadata.ofLookup(START.plusSeconds(3600), version, false));
  }

  private static VerifiedEvent event(
      @Nullable String customer,
      @Nullable String partnerUser,
      @Nullable String user,
      State state,
      @Nullable Instant at) {
    Map<String, String> ids = new LinkedHashMap<>();
    Subject subject = null;
    if (user != null) {
      ids.put("userId", user);
      subject = Subject.user(user);
    }
    if (partnerUser != null) {
      ids.put("partnerUserId", partnerUser);
      subject = Subject.partnerUser(partnerUser);
    }
    if (customer != null) {
      ids.put("partnerCustomerId", customer);
      subject = Subject.customer(customer);
    }
    if (subject == null) {
      throw new IllegalArgumentException("No id");
    }
    return new VerifiedEvent(
        subject,
        new StatusReport(state, null, null, "KYC_" + state.name(), state.name()),
        new EventFields(ids, Set.of()),
        at,
        EventMetadata.ofWebhook(at == null ? START : at, null));
  }
}
