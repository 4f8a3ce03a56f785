/** The events of our signals: the standards' where they have one, our own words where they have none. */

/** CAEP 1.0 §3.8: how dangerous what somebody just did looks. */
export const levelType = "https://schemas.openid.net/secevent/caep/event-type/risk-level-change";
const own = "urn:chainbreak:event-type:";
/** What was decided on an event of the receiver's own, and until when it is held. */
export const decisionType = `${own}decision` as const;
/** What a person says of themselves, told to members that know them. */
export const alertType = `${own}phone-reported-lost` as const;
export const signalTypes = [levelType, decisionType, alertType] as const;
export type SignalType = (typeof signalTypes)[number];

/** Where the signals about a stream itself are named (SSF 1.0, §8.1.4 and §8.1.5). */
export const streamEvents = "https://schemas.openid.net/secevent/ssf/event-type/";
export const verificationType = `${streamEvents}verification` as const;

/** What came of a decision, told back by whoever was told it, with the same `txn`. */
export const receiptWords = ["hold-applied", "hold-released", "declined"] as const;
export type ReceiptWord = (typeof receiptWords)[number];
export const receiptWordOf = (type: string): ReceiptWord | undefined =>
  receiptWords.find((word) => type === `${own}${word}`);
