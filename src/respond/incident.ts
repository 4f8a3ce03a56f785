/** What somebody tells while it is happening: what is gone, what was seen, what was done, who can help. */
import type { Bilingual } from "../model/index.ts";
import type { SignWord } from "../told/index.ts";
import type { Attempt } from "./attempts.ts";
import type { KindsTold } from "./places-named.ts";

/** Minutes since 1970 (UTC); earliest and latest, equal where the moment is known. */
export interface Moment {
  readonly from: number;
  readonly to: number;
}

/** Signs that money goes. */
export const moneyGoes: ReadonlySet<SignWord> = new Set(["row", "money-gone"]);

/** How the owner paid somebody who lied, by the sign that says so. */
export const ownPayments = {
  paid: "transfer",
  "paid-in-gift-cards": "gift-cards",
  "paid-in-crypto": "crypto",
  "paid-in-cash": "cash",
} as const;
export type PaidBy = (typeof ownPayments)[keyof typeof ownPayments];

export const paidBy = (word: SignWord): PaidBy | undefined =>
  (ownPayments as Readonly<Partial<Record<SignWord, PaidBy>>>)[word];

export interface Sign {
  readonly at: Moment;
  readonly sign: SignWord;
  /** The thing it is about; a secret of it for `refused`; an institution for `new-account`. */
  readonly on: string;
  /** Who sent it, as written on it. */
  readonly from?: string;
  /** `owner`, or the id of a helper; absent: the owner. */
  readonly seenBy?: string;
  /** What was written or said, as far as somebody noted it; of a sentence that was read for its words, all of it. */
  readonly note?: string;
  /** Where it stands in the file, to speak of it. */
  readonly index: number;
}

/** A sentence that was read for the words in it: what it was taken for, to be changed where it is not so. */
export interface Taken {
  readonly list: "signs" | "notes" | "done";
  readonly index: number;
  readonly text: string;
  readonly signs: readonly Sign[];
  /** Things it says are in other hands. */
  readonly gone: readonly string[];
  /** It says that somebody sees or steers the phone from afar, or that what was sent runs on it. */
  readonly isSteered: boolean;
  /** It says that the phone was open when it went. */
  readonly isOpen: boolean;
  /** Of an open phone: others saw how it is opened, so that no lock of it keeps them out. */
  readonly isCodeSeen?: true;
  /** It says that the phone asks for something before it opens. */
  readonly isLocked?: true;
  /** What it says was stopped, or asked to be; of a note, for in `done` each stands by itself. */
  readonly deeds?: readonly Deed[];
  /** A call it tells of that came to nothing. */
  readonly attempt?: Attempt;
  /** Places it names that nobody named before, by id; whoever has money there uses them. */
  readonly uses: readonly string[];
  /** Words of it that speak of what such a night is about and were not used. */
  readonly unheard: readonly string[];
}

/** A sentence, or a part of one, in which nothing known was found. */
export interface NotJudged {
  readonly list: "signs" | "notes";
  readonly index: number;
  readonly text: string;
  /** It speaks of nothing that such a night is about: `wife is back home`. */
  readonly isEveryday?: true;
  /** The rest of the sentence was understood; these words of it were not used. */
  readonly isPart?: true;
}

export const deedResults = ["done", "refused", "no-answer"] as const;
export type DeedResult = (typeof deedResults)[number];

export interface Deed {
  readonly at: Moment;
  readonly by: string;
  /** `institution/flow`, or the condition that was asked for: `suspended(line.main)`. */
  readonly action: string;
  readonly result: DeedResult;
  /** It tells of a call that came to nothing, in words (`called Vodafone`). */
  readonly isCall?: true;
  /** It is told in words of something that was seen, and of no act. */
  readonly isSeen?: true;
  readonly reference?: string;
  readonly index: number;
}

export interface Helper {
  readonly id: string;
  /** What they have, ground text or in plain words; absent: nobody said, and a phone is taken for granted. */
  readonly has?: readonly string[];
}

export const locks = ["locked", "open", "unknown"] as const;
export type Lock = (typeof locks)[number];

export interface Incident {
  readonly id: string;
  /** Now. */
  readonly at: Moment;
  /** Minutes the person's clock is ahead of UTC. */
  readonly offset: number;
  /** When the things were gone; absent: nobody said. */
  readonly since?: Moment;
  readonly region: string;
  readonly gone: readonly string[];
  /** Nobody said what is in other hands: nothing is taken to be, and it is asked. */
  readonly isGoneUnsaid?: true;
  readonly lock: Lock;
  readonly isOn: "on" | "off" | "unknown";
  /** Somebody sees or steers the phone from afar: by sharing its screen, by an app for help from afar. */
  readonly isSteered: boolean;
  /** What others know already, ground text; absent: nobody said. */
  readonly leaked?: readonly string[];
  readonly signs: readonly Sign[];
  readonly done: readonly Deed[];
  /** Calls that were tried and came to nothing. */
  readonly attempts: readonly Attempt[];
  readonly helpers: readonly Helper[];
  /** Institutions somebody who is not described is a customer of, by id. */
  readonly uses: readonly string[];
  readonly kinds: KindsTold;
  /** What the person in trouble still has at hand, ground text or things: `sim.main`. */
  readonly has: readonly string[];
  readonly taken: readonly Taken[];
  /** Told under `signs` or `notes`, and not understood. */
  readonly notJudged: readonly NotJudged[];
  readonly name?: Bilingual;
}
