// Describes each event of the provider in a sentence.

export const EVENT_DESCRIPTIONS = {
  ORDER_CREATED: "An order was created and awaits payment.",
  AWAITING_PAYMENT_FROM_USER: "The provider waits for the customer's money.",
  PAYMENT_DONE_MARKED_BY_USER: "The customer reports the payment; the provider has not received it yet.",
  ORDER_PROCESSING: "The payment was received and the order is being processed.",
  PENDING_DELIVERY_FROM_OZZOBiT: "The crypto is being sent to the customer.",
  AWAITING_CRYPTO_DEPOSIT: "A sale: the provider waits for the customer's crypto.",
  CRYPTO_DEPOSIT_RECEIVED: "A sale: the crypto has arrived.",
  FIAT_PROCESSING: "A sale: the payout is being processed.",
  FIAT_SENT: "A sale: the payout was sent.",
  ORDER_COMPLETED: "The order is completed; a terminal state.",
  ORDER_FAILED: "The order failed; a terminal state. After a completion it is a conflict.",
  ORDER_CANCELLED: "The order was cancelled; a terminal state. After a completion it is a conflict.",
  ORDER_REFUNDED: "The money was refunded; overrides every other state.",
  KYC_SUBMITTED: "A customer has submitted their documents.",
  KYC_APPROVED: "The customer may trade.",
  KYC_REJECTED: "The customer may not trade.",
  KYC_STATUS_CHANGED: "A customer's status has changed.",
  PONG: "A ping: signed, but without an order or a customer.",
};
