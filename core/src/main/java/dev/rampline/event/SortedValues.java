package dev.rampline.event;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Values by name, in the names' natural order. Immutable, so that no copy is needed, and small: an
 * event has a dozen fields.
 *
 * @param <V> the type of the values
 */
@SuppressWarnings("JdkObsolete") // The records of events and of the ledger have sorted maps.
public final class SortedValues<V> extends AbstractMap<String, V> implements SortedMap<String, V> {
  private final String[] names;
  private final V[] values;

  private SortedValues(String[] names, V[] values) {
    this.names = names;
    this.values = values;
  }

  /** Returns these values; the same object if it is of this class. */
  public static <V> SortedValues<V> copyOf(Map<String, V> map) {
    if (map instanceof SortedValues<V> immutable) {
      return immutable;
    }
    boolean isSorted = map instanceof SortedMap<String, V> sorted && sorted.comparator() == null;
    Builder<V> builder = new Builder<>(map.size());
    (isSorted ? map : new TreeMap<>(map)).forEach(builder::add);
    return builder.build();
  }

  /** Returns a name. */
  public String name(int index) {
    return names[index];
  }

  /** Returns the value of a name. */
  public V value(int index) {
    return values[index];
  }

  @Override
  public int size() {
    return names.length;
  }

  @Override
  public @Nullable V get(@Nullable Object name) {
    int index = name instanceof String text ? Arrays.binarySearch(names, text) : -1;
    return index < 0 ? null : values[index];
  }

  @Override
  public boolean containsKey(@Nullable Object name) {
    return get(name) != null;
  }

  @Override
  public void forEach(BiConsumer<? super String, ? super V> action) {
    for (int index = 0; index < names.length; index++) {
      action.accept(names[index], values[index]);
    }
  }

  @Override
  public Set<Map.Entry<String, V>> entrySet() {
    return new AbstractSet<>() {
      @Override
      public int size() {
        return names.length;
      }

      @Override
      public Iterator<Map.Entry<String, V>> iterator() {
        return IntStream.range(0, names.length)
            .mapToObj(index -> Map.entry(names[index], values[index]))
            .iterator();
      }
    };
  }

  @Override
  public @Nullable Comparator<? super String> comparator() {
    return null;
  }

  @Override
  public SortedMap<String, V> subMap(String from, String to) {
    return Collections.unmodifiableSortedMap(new TreeMap<>(this).subMap(from, to));
  }

  @Override
  public SortedMap<String, V> headMap(String to) {
    return Collections.unmodifiableSortedMap(new TreeMap<>(this).headMap(to));
  }

  @Override
  public SortedMap<String, V> tailMap(String from) {
    return Collections.unmodifiableSortedMap(new TreeMap<>(this).tailMap(from));
  }

  @Override
  public String firstKey() {
    return names[present(0)];
  }

  @Override
  public String lastKey() {
    return names[present(names.length - 1)];
  }

  private int present(int index) {
    if (names.length == 0) {
      throw new NoSuchElementException("No values");
    }
    return index;
  }

  /**
   * Takes values in the order of their names. Not thread-safe.
   *
   * @param <V> the type of the values
   */
  public static final class Builder<V> {
    private final String[] names;
    private final V[] values;
    private int size;

    /**
     * @param capacity the maximum number of values
     */
    @SuppressWarnings("unchecked") // No other class sees the array.
    public Builder(int capacity) {
      this.names = new String[capacity];
      this.values = (V[]) new Object[capacity];
    }

    /**
     * Adds a value.
     *
     * @throws IllegalArgumentException if the name is not greater than the last one
     */
    public void add(String name, V value) {
      if (size > 0 && names[size - 1].compareTo(name) >= 0) {
        throw new IllegalArgumentException("The names are not in order");
      }
      names[size] = name;
      values[size++] = value;
    }

    /** Returns the values. */
    public SortedValues<V> build() {
      return size == names.length
          ? new SortedValues<>(names, values)
          : new SortedValues<>(Arrays.copyOf(names, size), Arrays.copyOf(values, size));
    }
  }
}
