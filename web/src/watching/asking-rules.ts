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
  /** Of the version put in force; 0: the file the service was started with. */
  readonly number: number;
  readonly sets: Sets;
  readonly from: string;
  readonly isSameVersion: boolean;
  readonly decisions: number;
  readonly rules: readonly RuleSeen[];
  readonly windows?: readonly WindowSeen[];
  readonly before: readonly { readonly sets: Sets; readonly from: string; readonly until: string }[];
}

export interface RulesVersion {
  readonly number: number;
  readonly what: "start" | "put" | "mode" | "restored";
  /** Absent of the file of the start, as is `by`. */
  readonly at?: string;
  readonly by?: string;
  /** The version it was restored from. */
  readonly of?: number;
  readonly sets: Sets;
  readonly isInForce: boolean;
  readonly isReadable: boolean;
}

export interface VersionSaid {
  /** Absent of the file of the start. */
  readonly text?: string;
  readonly modes?: Readonly<
    Record<string, { readonly mode: "on" | "shadow" | "off"; readonly percent: number }>
  >;
}

export interface PutInForce {
  readonly number: number;
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

export interface Friction {
  readonly people: number;
  readonly "step-up": number;
  readonly hold: number;
  readonly block: number;
}

export interface Compared {
  readonly events: number;
  readonly differ: number;
  /** By `allow → hold`. */
  readonly changes: Readonly<
    Record<
      string,
      { readonly events: number; readonly people: number; readonly money: Readonly<Record<string, number>> }
    >
  >;
  readonly friction: { readonly before: Friction; readonly after: Friction };
  readonly examples: readonly {
    readonly record: number;
    readonly person: string;
    readonly before: string;
    readonly after: string;
    readonly rules: readonly string[];
  }[];
  readonly erased: number;
  readonly leftOut: number;
  readonly answeredOtherwise: number;
}

export interface Backtest {
  readonly id: number;
  readonly sets: Sets;
  readonly against: Sets;
  readonly began: string;
  readonly state: "running" | "done" | "stopped" | "failed";
  readonly done: number;
  readonly total: number;
  readonly told?: Compared;
}

export interface ListEntry {
  readonly entry: number;
  readonly value: string;
  readonly expires?: string;
  readonly why?: string;
  readonly added: string;
  readonly by: string;
  readonly isPast: boolean;
}

export interface ListSeen {
  readonly name: string;
  readonly rules: readonly string[];
  /** Absent: the rules in force no longer name it. */
  readonly inFile?: {
    readonly count: number;
    readonly expires?: string;
    readonly values?: readonly string[];
  };
  readonly entries: readonly ListEntry[];
  readonly changes: readonly {
    readonly at: string;
    readonly by: string;
    readonly what: "added" | "removed";
    readonly entry: number;
    readonly value: string;
  }[];
}

export interface NewEntry {
  readonly value: string;
  readonly expires?: string;
  readonly why?: string;
}
