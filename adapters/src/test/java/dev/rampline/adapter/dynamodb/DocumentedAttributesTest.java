package dev.rampline.adapter.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages list every attribute of the table's items, and no other. */
class DocumentedAttributesTest {
  private static final Pattern NAME = Pattern.compile("`([A-Za-z]+)`");

  @ParameterizedTest
  @CsvSource({"architecture.md, ### Table", "settings.md, ## The table"})
  void attributes_areDocumented(String page, String heading) throws IOException {
    String text = Files.readString(Path.of("..", "docs", page));
    String section = text.substring(text.indexOf("\n" + heading + "\n"));
    Stream<String> rows =
        section.substring(section.indexOf("|---")).lines().takeWhile(line -> line.startsWith("|"));

    assertThat(rows.flatMap(row -> names(row.substring(0, row.indexOf('|', 1)))))
        .containsExactlyInAnyOrderElementsOf(RecordCodec.KNOWN_ATTRIBUTES);
  }

  private static Stream<String> names(String cell) {
    return NAME.matcher(cell).results().map(name -> name.group(1));
  }
}
