/** The kinds of what is right to do and is no flow of anybody's, and how each is named in an answer and in `done`. */
import type { PaidBy } from "./incident.ts";

export type Counsel =
  /** Read no code to anybody, say yes to nothing, hang up. */
  | { readonly kind: "give-nothing" }
  /** Sign in yourself, not by a link, look who else is there, change the password. */
  | { readonly kind: "look-there"; readonly institution: string }
  /** Call your own carrier by the number you know, and have the move or new card refused. */
  | { readonly kind: "stop-the-move"; readonly institution: string; readonly line: string }
  /** A dead phone: what else it could be, in a few minutes, and then the carrier. `taken`: how likely somebody has it. */
  | {
      readonly kind: "find-out";
      readonly institution: string;
      readonly line: string;
      readonly taken: number;
    }
  /** Calls to the number go elsewhere: dial what ends that, or have the carrier end it. */
  | { readonly kind: "end-forwarding"; readonly institution: string; readonly line: string }
  /** Have the number brought back, from another card of this carrier's or from another carrier. */
  | { readonly kind: "take-back"; readonly institution: string; readonly line: string }
  /** Somebody else is in: the official way back into it, then everybody else out. */
  | { readonly kind: "get-back-in"; readonly institution: string }
  /** What comes to the mailbox may be read by others: put everybody else out of it, and take away what lets them in again. */
  | { readonly kind: "secure-mail"; readonly institution: string }
  /** The owner paid somebody who lied: have it stopped or called back by whom it was paid through. */
  | { readonly kind: "call-back"; readonly by: PaidBy; readonly from: readonly string[] }
  /** Pay nothing more, to nobody, and keep what was written. */
  | { readonly kind: "pay-no-more" }
  /** Somebody is being talked into a payment just now: get them off the line, by the police where need be. */
  | {
      readonly kind: "end-the-call";
      readonly to: readonly string[];
      /** Some of it has gone already. */
      readonly isPaid: boolean;
    }
  /** Where it is reported; none: to the police of the place. */
  | { readonly kind: "report-it"; readonly to: readonly string[]; readonly isCash: boolean }
  /** Somebody writes in the owner's name: whoever knows them is told so by another way. */
  | { readonly kind: "warn-others" }
  /** Something was opened in the owner's name: whoever keeps it is told that it is not theirs. */
  | { readonly kind: "deny-it"; readonly institution: string }
  /** Then nothing more is lent in that name: whoever can stop that for all lenders, and the owner's own credit record. */
  | { readonly kind: "close-credit"; readonly to: readonly string[] }
  /** A place somebody named, of which nobody has read what could be asked for: to be called and asked. */
  | { readonly kind: "ask-there"; readonly institution: string }
  /** A place whose name says nothing to us: what to ask there all the same. */
  | { readonly kind: "ask-unread"; readonly name: string };

/** `stop-the-move(line.main)`: how it is named in an answer, and in `done` once it was tried. */
export function counselId(counsel: Counsel): string {
  switch (counsel.kind) {
    case "give-nothing":
    case "pay-no-more":
    case "warn-others":
    case "report-it":
    case "end-the-call":
    case "close-credit":
      return counsel.kind;
    case "call-back":
      return `${counsel.kind}(${counsel.by})`;
    case "look-there":
    case "get-back-in":
    case "secure-mail":
    case "ask-there":
    case "deny-it":
      return `${counsel.kind}(${counsel.institution})`;
    case "ask-unread":
      return `${counsel.kind}(${counsel.name})`;
    default:
      return `${counsel.kind}(${counsel.line})`;
  }
}

const isCounselled =
  /^((give-nothing|pay-no-more|report-it|end-the-call|warn-others|close-credit)$|(call-back|look-there|get-back-in|secure-mail|ask-there|deny-it|stop-the-move|end-forwarding|find-out|take-back|ask-unread)\()/;

/** Whether `done` speaks of a counsel, and of no flow. */
export const isOfCounsel = (action: string): boolean => isCounselled.test(action);
