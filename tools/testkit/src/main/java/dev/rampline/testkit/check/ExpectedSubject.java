package dev.rampline.testkit.check;

import java.util.function.IntPredicate;

/** What the provider reported of a subject, and which of it Rampline accepted. */
public sealed interface ExpectedSubject permits ExpectedOrder, ExpectedCustomer {
  /** The subject in messages. */
  String subject();

  /** The same subject, of whose events only those with such an index were accepted. */
  ExpectedSubject accepting(IntPredicate isAccepted);
}
