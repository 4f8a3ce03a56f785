/** What the service says of the operator's rules: those in force, and a file that is tried. */

export interface Condition {
  readonly of: string;
  readonly not?: true;
  readonly is?: readonly string[];
  readonly list?: string;
  readonly above?: number;
  readonly below?: number;
  readonly matches?: string;
}

export interface RuleSeen {
  readonly id: string;
  readonly set: string;
  readonly decide: string;
  readonly mode: "on" | "shadow" | "off";
  readonly percent: number;
  readonly quietMinutes: number;
  readonly spoke: number;
  readonly inShadow: number;
  /** Absent: the key may not read them. */
  readonly all?: readonly Condition[];
  readonly any?: readonly (readonly Condition[])[];
}

export interface WindowSeen {
  readonly name: string;
  readonly per: string;
  readonly minutes: number;
}

export type Sets = readonly { readonly id: string; readonly version: number }[];

export interface RulesSeen {
  readonly sets: Sets;
  readonly from: string;
  readonly isSameVersion: boolean;
  readonly decisions: number;
  readonly rules: readonly RuleSeen[];
  readonly windows?: readonly WindowSeen[];
  readonly before: readonly { readonly sets: Sets; readonly from: string; readonly until: string }[];
}

export interface RulesTried {
  readonly sets: Sets;
  readonly differ: {
    readonly added: readonly string[];
    readonly removed: readonly string[];
    readonly changed: readonly string[];
    readonly isElseOtherwise: boolean;
    readonly isVersionRaised: boolean;
  };
}
