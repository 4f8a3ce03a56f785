/** What somebody may see in such a night, in one word each. */

/** The words for a sign, and what each is said of. Which flows leave it is asked of the catalogue, never of a table. */
export const signWords = {
  "number-rings": "line",
  "number-off": "line",
  "no-service": "line",
  "stranger-answers": "line",
  "no-codes": "line",
  /** Calls to the number go elsewhere: a code that does that was dialled, or the phone or the carrier shows it. */
  diverted: "line",
  code: "line",
  call: "line",
  /** Asked to say yes to a sign-in or a payment that the owner did not begin. */
  prompt: "account",
  /** Told that the number will be stopped, moved or put on another card, or a code to move it came. */
  moving: "line",
  mail: "mailbox",
  notice: "any",
  row: "any",
  "kicked-off": "account",
  refused: "any",
  "active-again": "any",
  "still-blocked": "any",
  "not-mine": "account",
  "new-account": "institution",
  unbound: "device",
  "phone-online": "device",
  "money-there": "any",
  "money-gone": "any",
  /** The owner told somebody a code or a password, typed it on a page, or installed what somebody sent. */
  given: "any",
  /** Somebody else is signed in there, and nobody said yet what they do. */
  "somebody-in": "account",
  /** Somebody else writes, asks or pays as the owner there. */
  "in-my-name": "account",
  /** The owner paid somebody who lied: by transfer or card, or by what is hardly ever got back. */
  paid: "any",
  "paid-in-gift-cards": "any",
  "paid-in-crypto": "any",
  "paid-in-cash": "any",
  /** Somebody is being talked into a payment just now, and nothing is paid: on the line with whoever lies. */
  led: "any",
  quiet: "any",
} as const;
export type SignWord = keyof typeof signWords;
