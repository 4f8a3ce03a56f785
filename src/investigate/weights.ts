/**
 * What an explanation costs: −ln of how likely its parts are. The figures are data, with how each was made.
 *
 * - `intruder`, `owner`: runs of one step in a night. Floors found on nights played by the world (DESIGN's reconstruction
 *   prototype: 240 nights, 27 settings tried): an intruder 0.1, an owner 0.002; flat rates accuse the owner two to four
 *   times as often. Steps whose yield is a loss or a takeover are what an intruder is there for.
 * - `defence`: an owner who knows suspends, blocks, freezes and replaces; in a night in which somebody acts that is usual.
 * - `inPerson`: what only she can do and that neither stops anything nor brings it back, a new password at a counter: a tenth
 *   of a defence, a guess.
 * - `assumed`, `unknownFlow`: guesses of the prototype, kept: identity data leak, card numbers less, other secrets hardly.
 * - `margin`: an accusation stands where forbidding it costs this much more; read off simulated nights, tried on others.
 * - `deleted`: the share of one's own payments that stand in the card's statement and not in the bill that covers them.
 * - `closed`: that what is done at a counter is written down hours after it closed; a guess.
 * - `lateNotice`: that a dead line is noticed later than the next morning by whoever has it in the hand; a guess.
 * - `lent`: that a flow nobody has read there is there; once for a flow, however often it is run.
 * - `denied`: that somebody says of a payment that it was not theirs, and it was: a forgotten order; a guess.
 * - `night`, `idle`: ordinary life sleeps, and a card in a drawer is rarely used; orders of magnitude, no survey.
 * - `assumed.open`: that a phone was taken while it was in use; a guess.
 * - `assumed.kept`: that what somebody says never left them was in other hands all the same; a guess.
 * - `assumed.heard`: that whoever lied to somebody on the telephone had them read out a code or a password, nobody saying so; a guess.
 * - `yes`: that somebody says yes of whose kind the catalogue states no chance at all; a guess.
 * - `toldAct`: who says they did it did; that somebody else did at that very moment is not ruled out.
 * - `otherWord`: a row whose words speak of another kind of payment than the flow leaves.
 * - `usualPayee`: that whoever acts pays somebody the owner pays every week, and no more than she does; a guess.
 * - `barred`: a payment from what the owner no longer had, all the same her own: by another of her devices, or booked later.
 * - `rescue`: that the owner's side moves a sum of any size in the stretch. Read off the told night, in which he empties the
 *   wallets: at less than 0.01 he is accused of it with a third of the rows lost.
 * - `rescueDenied`: the same where they say it was none of theirs; a guess, large enough that not any flow explains it.
 * - `newPayee`: of payments, the share to somebody never paid before; how seldom a sum of this size is the statement tells.
 * - `setUpAgain`, `boughtAgain`: in the days in which somebody sets up a new phone, signs of one kind and payments as large, as a
 *   month of such days would have; guesses: ten words and one payment a day.
 * - `somebody`: that anybody acted at all. Ordinary life must be rarer than this before an intruder is thought of. `met`: the same
 *   where somebody lied to the owner or was told what only they should know; a guess.
 */
export const weights = {
  intruder: 0.1,
  intruderAims: 0.3,
  owner: 0.002,
  defence: 0.2,
  inPerson: 0.02,
  /** The share of traces a file that covers the moment does not show. */
  missing: 0.1,
  /** Ordinary signs a month of which the catalogue says nothing, by kind of trace. */
  unknownSign: { sms: 4, call: 4, mail: 4, notice: 1, row: 12, "kick-off": 0.1, record: 1, letter: 0.5 },
  assumed: { identity: 1.6, cardNumber: 3, secret: 5, position: 5, open: 1.5, kept: 4, heard: 2 },
  yes: 0.2,
  toldAct: { owner: 0.9, intruder: 0.01 },
  otherWord: 3,
  usualPayee: 3,
  barred: 0.03,
  newPayee: 0.4,
  setUpAgain: 300,
  boughtAgain: 30,
  rescue: 0.01,
  rescueDenied: 0.003,
  told: 0.3,
  unknownFlow: 6,
  unknownGiven: 0.7,
  lent: 1,
  closed: 3,
  lateNotice: 2,
  somebody: 3,
  met: 0.5,
  margin: 3,
  /** Of what happens in a day, the share of the hours from midnight to six; of a card nobody uses, the rows. */
  deleted: 0.05,
  denied: 0.05,
  night: 0.15,
  idle: 0.2,
} as const;

/** What never looks like more than this, however seldom it is: a row nobody can explain. */
export const unexplainedRate = 1e-5;

export const minutesAMonth = 30 * 24 * 60;
