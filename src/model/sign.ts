/**
 * What a text, a row or a record is a sign of, told by the words institutions use. Flows say what they leave (`about`), files
 * say what stands in them; a sign is where the two meet.
 */
import type { Bilingual } from "./flow.ts";

/** What stays as it is until somebody puts it right, where a sign says that it was done. */
export const leftOpenKinds = [
  "forwarding",
  "mail-forwarding",
  "secondary-number",
  "contact-changed",
  "protection-off",
  "limit-raised",
  "payee-added",
  "secret-changed",
] as const;
export type LeftOpenKind = (typeof leftOpenKinds)[number];

export interface Sign {
  readonly id: string;
  readonly name: Bilingual;
  /** The words of traces that are this sign. */
  readonly about: readonly string[];
  /** Looked for in what a file says, in lower case. */
  readonly words: readonly string[];
  /** Which way money goes where a row is meant. */
  readonly direction?: "in" | "out";
  /** Something is bought, and no money sent to somebody. */
  readonly isBought: boolean;
  /** It is any text or call the person's own line sends, whatever its words. */
  readonly isOutgoing: boolean;
  /**
   * Said by the owner's side and by no file: the line was dead in their hands; what is theirs never left them; their phone was
   * taken or lost, or somebody took it from them; they told somebody what only they should know; somebody else saw or worked their screen; they gave a number up.
   * `open`, `went`, `rang` and `installed` are told of such a night while it is happening, and explain no row.
   */
  readonly told?:
    | "line-gone"
    | "kept"
    | "taken"
    | "robbed"
    | "given"
    | "shared"
    | "given-up"
    | "locked-out"
    | "set-up"
    | "deceived"
    | "open"
    | "went"
    | "rang"
    | "installed";
  /** What it leaves open when it was not the owner's side, and the signs that end it. */
  readonly leavesOpen?: { readonly kind: LeftOpenKind; readonly until: readonly string[] };
  /** How many an ordinary month leaves one person. */
  readonly aMonth: number;
}
