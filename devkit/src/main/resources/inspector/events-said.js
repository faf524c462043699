// What each event of the provider shows, in a sentence.

export const EVENTS_SAID = {
  ORDER_CREATED: "An order begins: awaiting payment.",
  AWAITING_PAYMENT_FROM_USER: "The provider waits for the customer's money.",
  PAYMENT_DONE_MARKED_BY_USER: "The customer says that they have paid; nobody has seen it yet.",
  ORDER_PROCESSING: "The money is there, and the order is worked on.",
  PENDING_DELIVERY_FROM_OZZOBiT: "The coins are on their way to the customer.",
  AWAITING_CRYPTO_DEPOSIT: "A sale: the provider waits for the customer's coins.",
  CRYPTO_DEPOSIT_RECEIVED: "A sale: the coins have arrived.",
  FIAT_PROCESSING: "A sale: the money is being paid out.",
  FIAT_SENT: "A sale: the money has left.",
  ORDER_COMPLETED: "The end that everyone wants; final.",
  ORDER_FAILED: "It went wrong; final. After a completion it is a conflict.",
  ORDER_CANCELLED: "Called off; final. After a completion it is a conflict.",
  ORDER_REFUNDED: "The money went back, whatever was before it.",
  KYC_SUBMITTED: "A customer has handed in their documents.",
  KYC_APPROVED: "The customer may trade.",
  KYC_REJECTED: "The customer may not trade.",
  KYC_STATUS_CHANGED: "A customer's status, in the form of a change.",
  PONG: "A ping: genuine, and about no order and no customer.",
};
