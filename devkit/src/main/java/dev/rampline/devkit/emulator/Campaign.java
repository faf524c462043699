package dev.rampline.devkit.emulator;

import java.util.List;
import java.util.Set;

/**
 * All that one seed makes the emulator do: what is true, and what it does about it.
 *
 * @param stories with their truths
 * @param acts in the order in which they are begun
 * @param dropped the words that no webhook ever tells
 * @param hearsay subjects that the socket alone tells of: nothing of it may be believed
 */
public record Campaign(
    List<Story> stories, List<Act> acts, Set<Word> dropped, Set<String> hearsay) {
  public Campaign {
    stories = List.copyOf(stories);
    acts = List.copyOf(acts);
    dropped = Set.copyOf(dropped);
    hearsay = Set.copyOf(hearsay);
  }

  /** Plans it; the same seed, keys and faults plan the same. */
  public static Campaign planned(int orders, long seed, ProviderKeys keys, ChannelFaults faults) {
    List<Story> stories = new Stories(new Dice(seed)).tell(orders);
    return new Schedule(keys, faults, new Dice(seed + 1)).of(stories);
  }

  /** Whether webhooks were dropped that tell of it. */
  public boolean isRobbed(Story story) {
    return story.words().stream().anyMatch(dropped::contains);
  }

  /** How many postings there are to be. */
  public long postings() {
    return acts.stream()
        .mapToLong(act -> act instanceof Act.Posts(Lane lane) ? lane.postings() : 0)
        .sum();
  }

  /** What stands in every forged payload and in no genuine one. */
  public static String forgeryMark() {
    return Forger.MARK;
  }
}
