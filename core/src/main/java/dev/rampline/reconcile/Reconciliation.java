package dev.rampline.reconcile;

import dev.rampline.ledger.Ledger;
import dev.rampline.ledger.LedgerUnavailableException;
import dev.rampline.time.Deadline;
import java.time.InstantSource;
import java.util.function.Consumer;

/**
 * Finds in the provider's API what no other channel has told (design §7): first in the list of
 * orders, then subject by subject in what the ledger still wants to know. Two runs at once do no
 * harm: every write is conditional, and the one that finds the other ahead in the list leaves it to
 * it.
 */
public final class Reconciliation {
  private final ListPass list;
  private final DueLook due;

  public Reconciliation(ReadBack readBack, Books books, Reach reach, InstantSource clock) {
    this.list = new ListPass(readBack, books.ledger(), books.passLog(), reach, clock);
    this.due = new DueLook(readBack, books.ledger(), books.agenda(), clock);
  }

  /**
   * Runs until everything was looked at or no time is left. What was not done then, the next run
   * does. Never throws for a provider or a store that is down: the report says so.
   */
  public Report run(Deadline deadline) {
    Tally tally = new Tally();
    // A first pass over a long list must not keep what is due waiting.
    Deadline forTheList = deadline.within(deadline.remaining().multipliedBy(2).dividedBy(3));
    attempt(tally, counted -> list.run(counted, forTheList));
    attempt(tally, counted -> due.run(counted, deadline));
    return tally.report();
  }

  private static void attempt(Tally tally, Consumer<Tally> part) {
    try {
      part.accept(tally);
    } catch (ProviderUnavailableException
        | UnreadableAnswerException
        | LedgerUnavailableException fault) {
      tally.stopsBy(fault);
    }
  }

  /**
   * What is known, and how far it was looked at.
   *
   * @param ledger every record
   * @param agenda which of them want a look
   * @param passLog how far the list of orders was read
   */
  public record Books(Ledger ledger, Agenda agenda, PassLog passLog) {}
}
