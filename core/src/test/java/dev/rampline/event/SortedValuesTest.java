package dev.rampline.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SortedValuesTest {
  private static final Map<String, Integer> VALUES = Map.of("b", 2, "a", 1, "c", 3, "B", 4);
  private static final SortedMap<String, Integer> REFERENCE = new TreeMap<>(VALUES);
  private static final SortedValues<Integer> SORTED = SortedValues.copyOf(VALUES);

  @Test
  void values_areThoseOfASortedMap() {
    assertThat(SORTED)
        .isEqualTo(REFERENCE)
        .hasSameHashCodeAs(REFERENCE)
        .hasToString("{B=4, a=1, b=2, c=3}");
    assertThat(REFERENCE).isEqualTo(SORTED);
    assertThat(SORTED.keySet()).containsExactly("B", "a", "b", "c");
    assertThat(SORTED.values()).containsExactly(4, 1, 2, 3);
    assertThat(SORTED.firstKey()).isEqualTo("B");
    assertThat(SORTED.lastKey()).isEqualTo("c");
    assertThat(SORTED.headMap("b")).isEqualTo(REFERENCE.headMap("b"));
    assertThat(SORTED.tailMap("b")).isEqualTo(REFERENCE.tailMap("b"));
    assertThat(SORTED.subMap("a", "c")).isEqualTo(REFERENCE.subMap("a", "c"));
    assertThat(new TreeMap<>(SORTED)).isEqualTo(REFERENCE);
    List<String> visited = new ArrayList<>();
    SORTED.forEach((name, value) -> visited.add(name + value));
    assertThat(visited).containsExactly("B4", "a1", "b2", "c3");
  }

  @Test
  void name_isFound_ifPresent() {
    VALUES.forEach((name, value) -> assertThat(SORTED.get(name)).isEqualTo(value));
    assertThat(SORTED).containsKey("b").doesNotContainKey("A").doesNotContainKey("d");
    assertThat(SORTED.get("A")).isNull();
  }

  @Test
  void copy_isIndependent_andNotCopiedAgain() {
    TreeMap<String, Integer> original = new TreeMap<>(VALUES);
    SortedValues<Integer> copy = SortedValues.copyOf(original);
    original.put("z", 9);

    assertThat(copy).isEqualTo(REFERENCE);
    assertThat(SortedValues.copyOf(copy)).isSameAs(copy);
    assertThatThrownBy(() -> copy.put("z", 9)).isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(copy::clear).isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> copy.remove("a")).isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void mapInAnotherOrder_isSortedAgain() {
    TreeMap<String, Integer> ignoringCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    ignoringCase.putAll(Map.of("b", 2, "A", 1, "C", 3));

    assertThat(SortedValues.copyOf(ignoringCase).keySet()).containsExactly("A", "C", "b");
  }

  @Test
  void noValues_haveNoFirstName() {
    SortedValues<Integer> none = SortedValues.copyOf(Map.of());

    assertThat(none).isEmpty();
    assertThatThrownBy(none::firstKey).isInstanceOf(NoSuchElementException.class);
    assertThatThrownBy(none::lastKey).isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void builder_rejectsNamesOutOfOrder() {
    SortedValues.Builder<Integer> builder = new SortedValues.Builder<>(3);
    builder.add("b", 1);

    assertThatIllegalArgumentException().isThrownBy(() -> builder.add("a", 2));
    assertThatIllegalArgumentException().isThrownBy(() -> builder.add("b", 2));
    assertThat(builder.build()).isEqualTo(Map.of("b", 1));
  }
}
