package dev.rampline.adapter.sqs;

import dev.rampline.adapter.publishing.AwsPublisherContract;
import dev.rampline.ingest.Publisher;

/** The contract of the publisher on SQS. */
abstract class SqsPublisherContract extends AwsPublisherContract {
  @Override
  protected final Publisher publisher() {
    return new SqsPublisher(queue().client(), queue().url());
  }

  @Override
  protected final Publisher lostPublisher() {
    return new SqsPublisher(queue().client(), queue().url() + "-lost.fifo");
  }
}
