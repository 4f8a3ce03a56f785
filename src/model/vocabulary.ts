/** The words flows may use: kinds of capability, secrets, conditions, each with its bilingual sentence. */
import type { ProofClass } from "./aspect.ts";
import type { Bilingual, TraceKind } from "./flow.ts";
import type { HarmWord } from "./harm.ts";
import type { ThingKind } from "./things.ts";

/**
 * What code must know of a capability. Code asks for a role and never for a word, so a word may be renamed or a second
 * one added in the files alone.
 *
 * - `secret`: it speaks of what somebody knows; its subject ends in a secret.
 * - `in-hand`: the thing itself is in somebody's hand.
 * - `session`: somebody is signed in; what the account tells is shown on the devices signed in to it.
 * - `takeover`: having it is having taken the thing over.
 * - `own-line`: the line runs on a SIM or carrier of one's own.
 * - `way-back`: a gang keeps it to come back by.
 * - `hides`: whoever takes it from the owner hides what is done.
 * - `lends`: the lender's offer is paid out.
 * - `enrols`: whoever has it passes for the owner there by something of their own, until it is removed.
 * - `texts`: the texts to a line are read; an owner wants them back.
 * - `balance`: what lies there is taken; an owner can bring it to safety first.
 * - `moves`: what lies in the first of its things was moved to the second, and goes by whatever takes from there.
 */
export const capabilityRoles = [
  "secret",
  "in-hand",
  "session",
  "takeover",
  "own-line",
  "way-back",
  "hides",
  "lends",
  "enrols",
  "texts",
  "balance",
  "moves",
] as const;
export type CapabilityRole = (typeof capabilityRoles)[number];

/**
 * What code must know of a condition.
 *
 * - `way-back`: a gang sets it to come back by.
 * - `wipes`: it destroys what it protects, so it is nobody's first move.
 * - `rescue`: somebody above the institutions sets it on money that is gone already.
 * - `silences`: the line is dead, for whoever has its SIM.
 * - `no-texts`: texts to the line are switched off.
 * - `locks`: the device is locked from afar.
 * - `blocks`: the card pays nothing.
 * - `freezes`: the account pays nothing.
 */
export const conditionRoles = [
  "way-back",
  "wipes",
  "rescue",
  "silences",
  "no-texts",
  "locks",
  "blocks",
  "freezes",
] as const;
export type ConditionRole = (typeof conditionRoles)[number];

/**
 * What code must know of a secret.
 *
 * - `leaks`: it counts as known of everybody unless somebody says otherwise, so often has it been lost and sold.
 * - `on-paper`: nobody has it in the head; it is known only where somebody wrote it down and still has the paper.
 * - `issued`: there is none until somebody asks for it that night.
 */
export const secretRoles = ["leaks", "on-paper", "issued"] as const;
export type SecretRole = (typeof secretRoles)[number];

/** The name of a secret, and what code must know of it. */
export interface Secret extends Bilingual {
  readonly roles?: readonly SecretRole[];
}

export interface CapabilityKind {
  readonly kind: string;
  /** One entry an argument: the kinds of thing it can be said of. */
  readonly of: readonly (readonly ThingKind[])[];
  /** What somebody can do, without its subject; `{}` or `{0}`, `{1}` stand for the subjects. */
  readonly sentence: Bilingual;
  /** The thing itself, where a noun must stand: what a step needs and gives. Of a loss, its title. */
  readonly name: Bilingual;
  /** What the owner uses it for, in words, where there is such a use: `paying with {}`. */
  readonly use?: Bilingual;
  /** Only one actor can have it: the phone in the thief's hand is not in the owner's. */
  readonly exclusive: boolean;
  /** The owner has it from the start. */
  readonly owner: boolean;
  /** The owner must be able to get back to it; a cut that prevents that locks the owner out. */
  readonly needed: boolean;
  /** Reaching it costs the owner the sum of these attributes of its subjects. Empty: it is no loss. */
  readonly loss: readonly string[];
  /** Is it a loss at all? `loss: []` in a file means a loss of unknown amount. */
  readonly isLoss: boolean;
  /** What harm having it is to the owner, as a loss or where the owner fears it. */
  readonly harm?: HarmWord;
  /**
   * Kinds of capability and condition it hangs on: it is had only while what it was got with, of these kinds, is still
   * had, and what its step set is still set. Texts are received while the SIM is in hand, forwarded calls while they
   * are forwarded; a password once read is known whatever is lost after. The world reads it.
   */
  readonly while: readonly string[];
  /**
   * There can be a copy of it that hangs on none of these capabilities (a sniffer's, a diversion at the carrier). Whoever
   * revokes it ends what hangs on them, not the copies.
   */
  readonly copies: boolean;
  readonly roles: readonly CapabilityRole[];
  /** By kind of subject: the traces whoever has it sees as they are left. */
  readonly shows: ReadonlyMap<ThingKind, readonly TraceKind[]>;
  /** Kinds of loss with the same subject that contain this one; it is not counted beside them. */
  readonly partOf: readonly string[];
}

export interface ConditionKind {
  readonly kind: string;
  readonly of: readonly (readonly ThingKind[])[];
  /** The state: `{} is suspended`. */
  readonly sentence: Bilingual;
  /** What one asks to have done: `suspend {}`. */
  readonly act: Bilingual;
  /** When it is over: `{} works again`. */
  readonly ended: Bilingual;
  /** The thing itself, as a heading or in a list: `the suspension of {}`. */
  readonly name: Bilingual;
  /** Kinds of capability with the same subject that cannot be had while it is set. */
  readonly stops: readonly string[];
  /** Kinds with the same subject that only whoever set it this way has while it is set: those got with it. The world reads it. */
  readonly diverts: readonly string[];
  /** What harm it is where the other side sets it and the owner fears it. */
  readonly harm?: HarmWord;
  readonly roles: readonly ConditionRole[];
}

export interface Vocabulary {
  readonly capabilities: ReadonlyMap<string, CapabilityKind>;
  readonly secrets: ReadonlyMap<ThingKind, ReadonlyMap<string, Secret>>;
  readonly conditions: ReadonlyMap<string, ConditionKind>;
  /** What asking a word rests on: by kind of capability, and by `line.service-password` after `know`. */
  readonly proofs: ReadonlyMap<string, ProofClass>;
}

/** The words that play a part; none where the vocabulary leaves it open. */
export const kindsWithRole = ({ capabilities }: Vocabulary, role: CapabilityRole): readonly string[] =>
  [...capabilities.values()].flatMap(({ kind, roles }) => (roles.includes(role) ? [kind] : []));

/**
 * The attributes of such a thing that a loss is taken from: its own; of a part of others, what these are taken from there
 * (small payments of a card: the balance, and the credit line it may be overdrawn by).
 */
export const takenFrom = (
  { capabilities }: Vocabulary,
  { loss, partOf }: CapabilityKind,
  thing: ThingKind,
): readonly string[] =>
  partOf.length === 0
    ? loss
    : partOf.flatMap((kind) => {
        const whole = capabilities.get(kind);
        return whole?.of[0]?.includes(thing) === true ? whole.loss : [];
      });

/** The conditions that play a part; none where the vocabulary leaves it open. */
export const conditionsWithRole = ({ conditions }: Vocabulary, role: ConditionRole): readonly string[] =>
  [...conditions.values()].flatMap(({ kind, roles }) => (roles.includes(role) ? [kind] : []));

/** The secrets that play a part, each with the kind of thing it is a secret of. */
export const secretsWithRole = (
  { secrets }: Vocabulary,
  role: SecretRole,
): readonly (readonly [ThingKind, string])[] =>
  [...secrets].flatMap(([kind, named]) =>
    [...named].flatMap(([secret, { roles = [] }]) => (roles.includes(role) ? [[kind, secret] as const] : [])),
  );
