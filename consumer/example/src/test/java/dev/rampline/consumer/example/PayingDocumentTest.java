package dev.rampline.consumer.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The code in docs/paying.md is the code of the example, which compiles and is tested. */
class PayingDocumentTest {
  private static final Pattern CODE = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

  @Test
  void codeOfThePage_isInTheExample() throws IOException {
    String example = source("CompletedOrderHandler") + source("DynamoDbPayouts");
    List<String> code =
        CODE.matcher(Files.readString(Path.of("../../docs/paying.md")))
            .results()
            .map((MatchResult block) -> block.group(1))
            .toList();

    assertThat(code).hasSize(2).allSatisfy(block -> assertThat(example).contains(block));
  }

  private static String source(String type) throws IOException {
    return Files.readString(Path.of("src/main/java/dev/rampline/consumer/example", type + ".java"));
  }
}
