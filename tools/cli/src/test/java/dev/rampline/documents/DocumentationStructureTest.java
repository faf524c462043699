package dev.rampline.documents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.event.Channel;
import dev.rampline.event.State;
import dev.rampline.event.TrustLevel;
import dev.rampline.lifecycle.DecisionName;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Tests that readers find every page and term, on pages of a readable length. */
class DocumentationStructureTest {
  private static final Pattern LINK = Pattern.compile("]\\(([^)#]+)");
  private static final Pattern DECISION_RECORD = Pattern.compile("docs/decisions/\\d{4}-.*");
  private static final Path INDEX = Path.of("docs/README.md");
  private static final List<Path> STARTS =
      List.of(
          Path.of("docs/going-live.md"),
          Path.of("docs/operations.md"),
          Path.of("docs/consuming.md"),
          Path.of("CONTRIBUTING.md"));

  private static final int LONGEST_README = 110;
  private static final int LONGEST_START = 170;
  private static final int WIDEST_CODE = 120;

  private static final String GLOSSARY = Documents.text(Documents.ROOT.resolve("docs/glossary.md"));

  @Test
  void index_namesEveryPage() {
    assertThat(links(INDEX)).containsAll(pages());
  }

  @Test
  void startPages_areOneLinkAwayFromEveryPage() {
    Set<Path> linked =
        STARTS.stream().flatMap(start -> links(start).stream()).collect(Collectors.toSet());
    linked.addAll(STARTS);

    assertThat(linked).containsAll(pages());
  }

  @Test
  void readme_linksToTheIndex_andToEveryStartPage() {
    assertThat(links(Path.of("README.md"))).contains(INDEX).containsAll(STARTS);
  }

  @Test
  void startPages_areShort() {
    assertThat(lines(Path.of("README.md"))).hasSizeLessThanOrEqualTo(LONGEST_README);
    assertThat(STARTS).allSatisfy(start -> assertThat(lines(start)).hasSizeLessThan(LONGEST_START));
  }

  /** A line without a space is a value, such as a token, and cannot be wrapped. */
  @TestFactory
  Stream<DynamicTest> codeLines_areShort() {
    return Documents.pages()
        .map(
            page ->
                DynamicTest.dynamicTest(
                    Documents.name(page),
                    () ->
                        assertThat(CodeBlocks.lines(Documents.text(page)))
                            .filteredOn(line -> line.contains(" "))
                            .allSatisfy(
                                line -> assertThat(line).hasSizeLessThan(WIDEST_CODE + 1))));
  }

  @TestFactory
  Stream<DynamicTest> glossary_definesEveryTerm() {
    return Stream.of(
            Arrays.stream(State.values()).map(State::text),
            Arrays.stream(Channel.values()).map(Channel::text),
            Arrays.stream(TrustLevel.values()).map(TrustLevel::text),
            DecisionName.texts().stream())
        .flatMap(terms -> terms)
        .distinct()
        .map(
            term ->
                DynamicTest.dynamicTest(
                    term, () -> assertThat(GLOSSARY).contains("`" + term + "`")));
  }

  /** Returns all pages but the README; the decision records are one folder. */
  private static Set<Path> pages() {
    return Documents.pages()
        .map(Documents::name)
        .map(name -> DECISION_RECORD.matcher(name).matches() ? "docs/decisions" : name)
        .filter(name -> !name.equals("README.md") && !name.equals(INDEX.toString()))
        .map(Path::of)
        .collect(Collectors.toSet());
  }

  private static Set<Path> links(Path page) {
    return LINK.matcher(Documents.text(Documents.ROOT.resolve(page)))
        .results()
        .map(link -> page.resolveSibling(link.group(1)).normalize())
        .collect(Collectors.toSet());
  }

  private static List<String> lines(Path page) {
    return Documents.text(Documents.ROOT.resolve(page)).lines().toList();
  }
}
