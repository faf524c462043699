package dev.rampline.operations.audit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rampline.event.Field;
import dev.rampline.event.State;
import dev.rampline.operations.audit.AuditedOrder.Mark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrderFileTest {
  @TempDir private Path folder;
  private Path file = Path.of("");

  @BeforeEach
  void name() {
    file = folder.resolve("orders.csv");
  }

  @Test
  void row_hasTheValuesOfItsColumns() throws IOException {
    assertThat(
            rows(
                """
                orderId,partnerOrderId,state,fiatAmount,fiatCurrency,cryptoAmount,cryptoCurrency,paidOut
                o-1,p-1,Awaiting_Payment,1e2,EUR,-0.0450,ETH,no
                """))
        .containsExactly(
            new AuditedOrder(
                AuditSource.FILE,
                "order/o-1",
                "",
                2,
                State.AWAITING_PAYMENT,
                Map.of(
                    Field.ORDER_ID, "o-1",
                    Field.PARTNER_ORDER_ID, "p-1",
                    Field.FIAT_AMOUNT, "100",
                    Field.FIAT_CURRENCY, "EUR",
                    Field.CRYPTO_AMOUNT, "-0.045",
                    Field.CRYPTO_CURRENCY, "ETH"),
                null,
                Set.of(Mark.NOT_PAID_OUT)));
  }

  @Test
  void idOfEitherKind_isBoth() throws IOException {
    assertThat(rows("id\n x y \n"))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.fields())
                  .isEqualTo(Map.of(Field.ORDER_ID, "x y", Field.PARTNER_ORDER_ID, "x y"));
              assertThat(row.key()).startsWith("order/~");
              assertThat(row.marks()).containsExactly(Mark.EITHER_ID);
            });
  }

  @Test
  void partnersIdAlone_isTheKey() throws IOException {
    assertThat(rows("orderId,partnerOrderId\n,p-1\n"))
        .singleElement()
        .extracting(AuditedOrder::key)
        .isEqualTo("p-1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "orderId,note,fiatAmount\no-1,a,5\n",
        "orderId;note;fiatAmount\no-1;a,b;5\n",
        "orderId\tnote\tfiatAmount\no-1\ta;b\t5\n",
        "\uFEFForderId,note,fiatAmount\no-1,a,5\n",
        "\uFEFF\"orderId\",\"note\",\"fiatAmount\"\r\n\"o-1\",\"a, \"\"b\"\"\nc\",\"5\"\r\n",
        "\n\r\norderId,note,fiatAmount\n\n\no-1,a,5\n\n",
        "orderId,note,fiatAmount\ro-1,a,5",
        " Order ID , note ,FIAT_AMOUNT\n o-1 ,, 5.00 \n",
        "note,fiatAmount,orderId\n,5,o-1",
      })
  void everyUsualForm_isRead(String text) throws IOException {
    assertThat(rows(text))
        .singleElement()
        .extracting(AuditedOrder::fields)
        .isEqualTo(Map.of(Field.ORDER_ID, "o-1", Field.FIAT_AMOUNT, "5"));
  }

  @Test
  void lines_areCountedAsInAnEditor() throws IOException {
    assertThat(rows("id,note\n\no-1,\"a\nb\"\no-2,\n"))
        .extracting(AuditedOrder::line)
        .containsExactly(3L, 5L);
  }

  @Test
  void columnsThatAreNotCompared_mayHaveAnyEncoding() throws IOException {
    Files.write(file, "id;Währung;name\no-1;€;Müller\n".replace("€", "x").getBytes(ISO_8859_1));

    OrderFileHeader header = new OrderFile(file).read(row -> {});

    assertThat(header.ignored()).containsExactly("Währung", "name");
    assertThat(header.compared()).containsExactly(AuditColumn.ID);
  }

  @Test
  void utf8_isDecoded() throws IOException {
    assertThat(rows("id\nmüller-№\n"))
        .singleElement()
        .extracting(row -> row.field(Field.ORDER_ID))
        .isEqualTo("müller-№");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          | the file is empty
          \\n\\n | the file is empty
          a,b\\n1,2 | line 1: no column orderId, partnerOrderId or id, but a, b. Separate columns by commas, semicolons or tabs
          id,orderId\\n1,2 | line 1: id beside another id. Name the column orderId (the provider's) or partnerOrderId (yours)
          orderId,order_id\\n1,2 | line 1: the column orderId is there twice
          id,state\\no-1 | line 2: 1 fields, but the header has 2
          id\\no-1\\no-2,x | line 3: 2 fields, but the header has 1
          id,state\\n ,failed | line 2: no id of the order
          id,state\\no-1,paid | line 2: unknown state paid. States are unknown, awaiting-payment, payment-claimed, payment-received, processing, delivering, on-hold, completed, failed, cancelled, expired, refunded
          id,state\\no-1,approved | line 2: unknown state approved. States are unknown, awaiting-payment, payment-claimed, payment-received, processing, delivering, on-hold, completed, failed, cancelled, expired, refunded
          id,fiatAmount\\no-1,1,000.00 | line 2: 3 fields, but the header has 2
          id;fiatAmount\\no-1;5\\no-2;1.000,50 | line 3: fiatAmount is not a number such as 1234.50: 1.000,50
          id,cryptoAmount\\no-1,=1+1 | line 2: cryptoAmount is not a number such as 1234.50: =1+1
          id,fiatAmount\\no-1,1e99 | line 2: fiatAmount is not a number such as 1234.50: 1e99
          id,fiatAmount\\no-1,€5 | line 2: fiatAmount is not a number such as 1234.50: €5
          id,paidOut\\no-1,maybe\\u0007 | line 2: paidOut is not true or false: maybe?
          id,note\\no-1,"x\\no-2,\\n | line 2: a quote is not closed
          id\\no-1\\n"o-2 | line 3: a quote is not closed
          id,note\\no-1,"x"y\\n | line 2: not valid CSV: Unexpected character after closing quote: 'y' (0x79)
          """)
  void mistake_isNamedWithItsLine(String text, String clause) throws IOException {
    Files.writeString(
        file,
        (text == null ? "" : text)
            .replace("\\n", "\n")
            .replace("\\u0007", "\u0007")
            .stripTrailing());

    assertThatThrownBy(() -> new OrderFile(file).read(row -> {}))
        .isInstanceOf(OrderFileException.class)
        .hasMessage(clause);
  }

  @Test
  void valueInAnotherEncoding_isNamedWithItsLine() throws IOException {
    Files.write(file, "id\no-1\nMüller\n".getBytes(ISO_8859_1));

    assertThatThrownBy(() -> new OrderFile(file).read(row -> {}))
        .hasMessage("line 3: id is not UTF-8. Save the file as CSV in UTF-8");
  }

  @Test
  void otherKindsOfFiles_areNamed() throws IOException {
    Files.write(file, "id\no-1\n".getBytes(UTF_16));
    assertThatThrownBy(() -> new OrderFile(file).read(row -> {}))
        .hasMessageStartingWith("not UTF-8 but UTF-16 or binary");
    Files.write(file, new byte[] {'i', 0, 'd', 0});
    assertThatThrownBy(() -> new OrderFile(file).read(row -> {}))
        .hasMessageStartingWith("not UTF-8 but UTF-16 or binary");
    Files.writeString(file, "PK\u0003\u0004");
    assertThatThrownBy(() -> new OrderFile(file).read(row -> {}))
        .hasMessageStartingWith("a workbook or an archive, not CSV");
  }

  @Test
  void missingFileAndFolder_areNamed() {
    assertThatThrownBy(() -> new OrderFile(folder.resolve("none.csv")).read(row -> {}))
        .hasMessage("no such file");
    assertThatThrownBy(() -> new OrderFile(folder).read(row -> {}))
        .hasMessageStartingWith("cannot be read: ");
  }

  /** Such as {@code <(psql --csv …)} in a shell. */
  @Test
  void pipe_isReadOnce() throws Exception {
    assertThat(new ProcessBuilder("mkfifo", file.toString()).start().waitFor()).isZero();
    OrderFile pipe = new OrderFile(file);
    pipe.check();
    Thread writer = Thread.ofVirtual().start(() -> AuditFixture.write(file, "id", "o-1"));
    List<AuditedOrder> rows = new ArrayList<>();

    var _ = pipe.read(rows::add);

    writer.join();
    assertThat(rows).hasSize(1);
  }

  @Test
  void headerIsChecked_withoutTheRows() throws IOException {
    Files.writeString(file, "id,state\no-1,paid\n");
    assertThatNoException().isThrownBy(() -> new OrderFile(file).check());

    Files.writeString(file, "state\nfailed\n");
    assertThatThrownBy(() -> new OrderFile(file).check()).hasMessageStartingWith("line 1: ");
    assertThatThrownBy(() -> new OrderFile(folder.resolve("none.csv")).check())
        .hasMessage("no such file");
    assertThatThrownBy(() -> new OrderFile(folder).check()).hasMessageStartingWith("cannot be");
  }

  @Test
  void longValues_areRefused() throws IOException {
    String longest = "x".repeat(1024);
    assertThat(rows("id\n" + longest + "\n")).hasSize(1);
    assertThatThrownBy(() -> rows("id\n" + longest + "y\n"))
        .hasMessage("line 2: id is longer than 1024 characters");
    assertThatThrownBy(() -> rows("id\no-1\n" + "x".repeat(70_000) + "\n"))
        .hasMessageStartingWith("line 3: not valid CSV: The maximum buffer size of 65536");
    assertThatThrownBy(() -> rows("x".repeat(70_000))).hasMessageContaining("line 1: ");
  }

  private List<AuditedOrder> rows(String text) throws IOException {
    Files.write(file, text.getBytes(UTF_8));
    List<AuditedOrder> rows = new ArrayList<>();
    var _ = new OrderFile(file).read(rows::add);
    return rows;
  }
}
