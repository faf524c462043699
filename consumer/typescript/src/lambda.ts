import type { StateFollower } from "./follower.js";

/** The part of Lambda's SQS event that is needed. */
export interface LambdaSqsEvent {
  readonly Records: readonly {
    readonly messageId: string;
    readonly body: string;
    readonly attributes?: { readonly MessageGroupId?: string | undefined };
  }[];
}

/** The response that reports the failed messages. */
export interface LambdaBatchResponse {
  batchItemFailures: { itemIdentifier: string }[];
}

/**
 * Handles a batch of Lambda. The event source must enable `ReportBatchItemFailures`. Without a
 * message group, each message is its own group.
 */
export async function followLambdaBatch(
  follower: StateFollower,
  event: LambdaSqsEvent,
): Promise<LambdaBatchResponse> {
  const failed = await follower.follow(
    event.Records.map(({ messageId, body, attributes }) => ({
      id: messageId,
      group: attributes?.MessageGroupId ?? messageId,
      body,
    })),
  );
  return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) };
}
