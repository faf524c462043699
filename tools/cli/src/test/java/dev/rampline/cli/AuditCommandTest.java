package dev.rampline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.rampline.adapter.UnreachableAddresses;
import dev.rampline.documents.CodeBlocks;
import dev.rampline.documents.Documents;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Audits files against a ledger and an API that know different orders. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuditCommandTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String ALL =
      """
      orderId,state,fiatAmount,paidOut
      same,completed,100,true
      no-webhook,completed,100,true
      not-at-provider,completed,100,
      other-amount,completed,100.01,
      failed-after-payment,failed,100,
      same,completed,100,true
      unknown,completed,100,
      """;

  @TempDir private Path folder;
  private final AuditCommandFixture fixture = new AuditCommandFixture();

  @BeforeAll
  void report() throws Exception {
    fixture.report(order("same", "COMPLETED", "2026-05-01T00:00:00Z"));
    fixture.reportToApi(order("no-webhook", "COMPLETED", "2026-05-02T00:00:00Z"));
    fixture.reportByWebhook(order("not-at-provider", "COMPLETED", "2026-05-03T00:00:00Z"));
    fixture.report(order("other-amount", "COMPLETED", "2026-05-04T00:00:00Z"));
    fixture.report(order("failed-after-payment", "PROCESSING", "2026-05-05T00:00:00Z"));
    fixture.report(order("failed-after-payment", "FAILED", "2026-05-05T00:00:00Z"));
    fixture.report(order("not-in-file", "COMPLETED", "2026-05-04T12:00:00Z"));
    fixture.report(order("later", "COMPLETED", "2026-06-01T00:00:00Z"));
    fixture.report(
        Files.readString(Documents.ROOT.resolve("events/payloads/order-completed.json")));
  }

  @AfterAll
  void close() {
    fixture.close();
  }

  @Test
  void equalOrders_exitWithZero() throws IOException {
    CommandRun run =
        fixture.audit(
            file("id;State;Fiat Amount;note\np-same;Completed;100.0;a,b\nother-amount;;100;x\n"),
            "--since=2026-07-01T00:00:00Z");

    assertThat(run.code()).as(run.out() + run.err()).isZero();
    assertThat(run.out().lines().filter(line -> !line.startsWith("Orders that")))
        .containsExactly(
            "Rows: 2. Orders in the ledger: 7. Orders in the provider's list: 7.",
            "Columns compared: id, state, fiatAmount. Ignored: note.",
            "No differences.");
    assertThat(run.out())
        .containsPattern("the file must contain: created since 2026-07-01T00:00:00Z and until 20");
  }

  @Test
  void everyDifference_isARowOfTheTable() throws IOException {
    CommandRun run = fixture.audit(file(ALL));

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out().lines().map(line -> line.replaceAll(" {2,}", " ")))
        .containsExactly(
            "FINDING ORDER LINE FIELD FILE LEDGER PROVIDER",
            "failed-without-refund failed-after-payment 6 state failed failed failed",
            "missing-in-ledger no-webhook 3 state completed - completed",
            "paid-out-not-completed no-webhook 3 state completed - completed",
            "missing-at-provider not-at-provider 4 state completed completed -",
            "different-field other-amount 5 fiatAmount 100.01 100 100",
            "duplicate-row same 7 line first in line 2 - -",
            "missing-in-ledger unknown 8 state completed - -",
            "missing-at-provider unknown 8 state completed - -",
            "missing-in-file not-in-file - state - completed completed",
            "",
            "Rows: 7. Orders in the ledger: 7. Orders in the provider's list: 7.",
            "Columns compared: orderId, state, fiatAmount, paidOut.",
            "Orders that the file must contain: created since 2026-05-01T00:00:00Z and until"
                + " 2026-05-05T00:00:00Z.",
            "Differences: missing-in-file 1, missing-in-ledger 2, missing-at-provider 2,"
                + " duplicate-row 1, different-field 1, paid-out-not-completed 1,"
                + " failed-without-refund 1.");
  }

  @Test
  void json_hasALineForEachFinding_andOneForTheSummary() throws IOException {
    CommandRun run = fixture.audit(file(ALL), "--json");
    List<JsonNode> lines = new ArrayList<>();
    for (String line : run.out().lines().toList()) {
      lines.add(JSON.readTree(line));
    }

    assertThat(run.code()).isEqualTo(1);
    assertThat(lines).hasSize(10);
    assertThat(lines.get(4))
        .isEqualTo(
            JSON.readTree(
                """
                {"finding": "different-field", "orderId": "other-amount",
                 "partnerOrderId": "p-other-amount", "line": 5, "field": "fiatAmount",
                 "file": "100.01", "ledger": "100", "provider": "100"}
                """));
    assertThat(lines.get(8).path("line").isNull()).isTrue();
    assertThat(lines.getLast())
        .isEqualTo(
            JSON.readTree(
                """
                {"summary": {"rows": 7, "ledgerOrders": 7, "providerOrders": 7,
                 "providerSince": null, "providerUnreadable": 0, "providerStoppedBy": null,
                 "comparedColumns": ["orderId", "state", "fiatAmount", "paidOut"],
                 "ignoredColumns": [], "since": "2026-05-01T00:00:00Z",
                 "until": "2026-05-05T00:00:00Z", "differences": {"missing-in-file": 1,
                 "missing-in-ledger": 2, "missing-at-provider": 2, "duplicate-row": 1,
                 "different-field": 1, "paid-out-not-completed": 1, "failed-without-refund": 1}}}
                """));
  }

  @Test
  void csv_hasARowForEachFinding_andTheSummaryIsOnTheErrorStream() throws IOException {
    CommandRun run = fixture.audit(file(ALL), "--csv");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out().lines())
        .hasSize(10)
        .startsWith("finding,orderId,partnerOrderId,line,field,file,ledger,provider")
        .contains(
            "different-field,other-amount,p-other-amount,5,fiatAmount,100.01,100,100",
            "missing-in-file,not-in-file,p-not-in-file,,state,,completed,completed");
    assertThat(run.err()).startsWith("Rows: 7.").contains("Differences: missing-in-file 1,");
  }

  @Test
  void textOfTheFile_becomesNeitherAFormulaNorAControlCode() throws IOException {
    String file =
        file("id,fiatAmount\n\"=HYPERLINK(\"\"http://x\"\")\",-5\n\u001b[2J,1\n@sum,1\n+1,1\n");

    CommandRun csv = fixture.audit(file, "--csv", "--no-provider");
    CommandRun table = fixture.audit(file, "--no-provider");

    assertThat(csv.out().lines())
        .contains(
            "missing-in-ledger,\"'=HYPERLINK(\"\"http://x\"\")\",,2,state,,,",
            "missing-in-ledger,'@sum,,4,state,,,",
            "missing-in-ledger,'+1,,5,state,,,");
    assertThat(table.out()).contains("?[2J").doesNotContain("\u001b");
  }

  @Test
  void negativeAmount_isNoFormula() throws IOException {
    assertThat(fixture.audit(file("id,fiatAmount\nsame,-5\n"), "--csv").out())
        .contains("different-field,same,p-same,2,fiatAmount,-5,100,100");
  }

  @Test
  void withoutTheProvider_onlyTheLedgerIsCompared() throws IOException {
    CommandRun run = fixture.audit(file("id\nnot-at-provider\n"), "--no-provider");

    assertThat(run.code()).as(run.out()).isZero();
    assertThat(run.out()).contains("Orders in the provider's list: not compared.");
  }

  @Test
  void givenTimes_selectTheOrdersThatTheFileLacks() throws IOException {
    String file = file("id\nsame\n");

    assertThat(missing(fixture.audit(file, "--since=2026-05-04T12:00:00Z")))
        .containsExactly("failed-after-payment", "later", "not-in-file");
    assertThat(missing(fixture.audit(file, "--until=2026-05-03T00:00:00Z")))
        .containsExactly("OZZOBiT-order-abc", "no-webhook", "not-at-provider");
  }

  @Test
  void unreachableProvider_isReported_andIsNotSuccess() throws IOException {
    fixture.setProvider(URI.create(UnreachableAddresses.closedPortUrl()));
    try {
      CommandRun run = fixture.audit(file("id\nsame\n"));

      assertThat(run.code()).isEqualTo(1);
      assertThat(run.out())
          .contains("Orders in the provider's list: 0; the API did not return the rest: ")
          .contains("No differences.");
    } finally {
      fixture.setProvider(fixture.provider());
    }
  }

  @Test
  void audit_changesNothing() throws IOException {
    Set<Map<String, AttributeValue>> before = fixture.items();

    fixture.audit(file(ALL));

    assertThat(fixture.items()).isEqualTo(before);
  }

  @Test
  void documentedOutput_isThatOfTheSample() {
    CommandRun run = fixture.audit("../../events/orders.csv");

    assertThat(run.code()).isEqualTo(1);
    String page = Documents.text(Documents.ROOT.resolve("docs/audit.md"));
    assertThat(CodeBlocks.lines(page))
        .containsSequence(
            run.out().lines().filter(line -> !line.startsWith("Rows")).limit(4).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          id,state\\no-1,paid      | : line 2: unknown state paid. States are unknown, awaiting
          order,state\\no-1,failed | : line 1: no column orderId, partnerOrderId or id, but order, state.
          id\\n\\n               | : the file has a header but no rows
          """)
  void invalidFile_isNamedWithItsLine(String text, String sentence) throws IOException {
    String file = file(text.replace("\\n", "\n"));

    CommandRun run = fixture.audit(file);

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).startsWith(file + sentence).hasLineCount(2);
    assertThat(run.out()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "audit",
        "audit no-such-file.csv",
        "audit pom.xml",
        "audit ../../events/orders.csv --csv --json",
        "audit ../../events/orders.csv --since yesterday",
        "audit ../../events/orders.csv --since 2026-05-02T00:00:00Z --until 2026-05-01T00:00:00Z",
      })
  void invalidArguments_exitWithTwo(String line) {
    CommandRun run = CommandRun.of(line.split(" "));

    assertThat(run.code()).as(run.err()).isEqualTo(2);
    assertThat(run.err()).doesNotContain("Exception");
  }

  @Test
  void missingStores_areReportedInOneSentence() {
    CommandRun run = CommandRun.of("audit", "../../events/orders.csv", "--port-offset", "49999");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("Start `./rampline dev` first").hasLineCount(1);
  }

  private static List<String> missing(CommandRun run) {
    return run.out()
        .lines()
        .filter(line -> line.startsWith("missing-in-file "))
        .map(line -> line.replaceFirst("\\S+ +(\\S+) .*", "$1"))
        .toList();
  }

  private static String order(String id, String status, String createdAt) {
    return """
    {"eventName": "ORDER_%1$s", "data": {"id": "%2$s", "partnerOrderId": "p-%2$s",
     "status": "%1$s", "fiatCurrency": "EUR", "fiatAmount": 100.00, "cryptoCurrency": "ETH",
     "cryptoAmount": 0.045, "createdAt": "%3$s"}}
    """
        .formatted(status, id, createdAt);
  }

  private String file(String text) throws IOException {
    return Files.writeString(folder.resolve("orders.csv"), text).toString();
  }
}
