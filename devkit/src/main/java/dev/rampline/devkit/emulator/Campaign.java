package dev.rampline.devkit.emulator;

import java.util.List;

/**
 * All that one seed makes the emulator do: what is true, and what it posts.
 *
 * @param stories with their truths
 * @param lanes in the order in which they are begun
 */
public record Campaign(List<Story> stories, List<Lane> lanes) {
  public Campaign {
    stories = List.copyOf(stories);
    lanes = List.copyOf(lanes);
  }

  /** Plans it; the same seed and keys plan the same. */
  public static Campaign planned(int orders, long seed, ProviderKeys keys) {
    Dice dice = new Dice(seed);
    List<Story> stories = new Stories(dice).tell(orders);
    return new Campaign(stories, new Schedule(keys, dice).lanes(stories));
  }

  /** How many postings there are to be. */
  public long postings() {
    return lanes.stream().mapToLong(Lane::postings).sum();
  }

  /** What stands in every forged payload and in no genuine one. */
  public static String forgeryMark() {
    return Forger.MARK;
  }
}
