/**
 * A rule of reach, held against everybody of a region: whoever holds these never gets there. *Kept* is proved for every
 * person of the shape (`everybody.ts`); *broken* is shown by a person with nothing unknown, the smallest that was found,
 * and the way; *open* says that neither was shown, as where somebody may get there with an account, a number or papers
 * of their own and no flow says whose are meant.
 */
import type { Catalog } from "../../catalog/index.ts";
import { earliest, proof } from "../../graph/index.ts";
import { ground, type Lending } from "../../ground/index.ts";
import {
  type Capability,
  type CapabilityPattern,
  parseSubjectPath,
  splitCapability,
} from "../../model/index.ts";
import type { Person, Thing, ThingId } from "../../person/index.ts";
import { activeWith, openReach, type Reach, startOf, type Way, wayOf } from "../../reach/index.ts";
import type { ReachRule } from "./assertion.ts";
import { everybodyOf } from "./everybody.ts";
import { smallestPerson } from "./smallest.ts";

export interface NeverAnswer {
  readonly region: string;
  /** not-judged: no flow anybody has read there gives what the rule speaks of, or takes what it begins with. */
  readonly state: "failed" | "passed" | "open" | "not-judged";
  readonly shown?: Shown;
  /** Flows that concern more things than are looked at, so that nothing is proved. */
  readonly cutShort: readonly string[];
}

export interface Shown {
  readonly person: Person;
  readonly held: readonly string[];
  readonly goal: string;
  readonly minutes: number;
  readonly way: Way;
  readonly isSmallest: boolean;
}

export interface NeverQuestion {
  readonly catalog: Catalog;
  readonly rule: ReachRule;
  readonly region: string;
  readonly day: string;
  readonly asksMax: number;
}

export function never(question: NeverQuestion): NeverAnswer {
  const { catalog, rule, region, day, asksMax } = question;
  const cutShort = new Set<string>();
  let isOpen = false;
  let isSpokenOf = false;
  let isHeld = false;
  for (const { person } of everybodyOf(catalog, region)) {
    const found = reachedBy(person, question);
    for (const flow of found.reach.world.coverage.cutShort) cutShort.add(flow);
    isSpokenOf ||= isGiven(found.reach, rule, person);
    isHeld ||= rule.from.every((pattern) => instancesOf(pattern, person).length > 0);
    if (found.goal === undefined) {
      isOpen ||= reachedBy(person, question, { withTheirs: true }).goal !== undefined;
      continue;
    }
    const smallest = smallestPerson({
      catalog,
      person: plainer(person, (each) => reachedBy(each, question).goal !== undefined),
      isSo: (each) => reachedBy(each, question).goal !== undefined,
      asksMax,
    });
    if (smallest === undefined) {
      isOpen = true;
      continue;
    }
    const shown = shownBy(smallest.person, { catalog, rule, region, day, asksMax });
    return { region, state: "failed", shown: { ...shown, isSmallest: smallest.isProved }, cutShort: [] };
  }
  const state = isOpen || cutShort.size > 0 ? "open" : isSpokenOf && isHeld ? "passed" : "not-judged";
  return { region, state, cutShort: [...cutShort].sort() };
}

/**
 * Whoever breaks it as somebody who signs in nowhere with another account is easier to believe in than whoever does: which
 * institutions offer that nobody has read.
 */
function plainer(person: Person, isSo: (person: Person) => boolean): Person {
  const things = [...person.things].map(([id, each]): [ThingId, Thing] => [
    id,
    {
      ...each,
      relations: new Map(
        [...each.relations].map(([name, to]) => [name, name === "via" || name === "recovery" ? [] : to]),
      ),
    },
  ]);
  const plain: Person = { ...person, things: new Map(things) };
  return isSo(plain) ? plain : person;
}

/** Silence proves nothing: somebody must have what it begins with, and somewhere a flow must give what is never to be reached. */
const isGiven = ({ world }: Reach, rule: ReachRule, person: Person): boolean =>
  world.steps.some(({ gives }) =>
    gives.some(({ atom }) => {
      const given = world.atoms[atom];
      return given !== undefined && rule.reach.some((text) => isOf(given, text, person));
    }),
  );

interface ReachedBy {
  readonly reach: Reach;
  readonly held: readonly string[];
  readonly goal?: string;
  readonly way?: Way;
}

interface Asking {
  readonly wantsWay?: boolean;
  /** Whoever does it may come with an account, a number, a phone or papers of their own where no flow says whose are meant. */
  readonly withTheirs?: boolean;
}

/** Nothing of an archetype: only things in nobody's file. */
const onlyTheirs: Lending = { loans: [], aspects: { of: 0, read: 0 }, standIns: true };

function reachedBy(
  person: Person,
  { catalog, rule, day }: NeverQuestion,
  { wantsWay = false, withTheirs = false }: Asking = {},
): ReachedBy {
  const lend = withTheirs ? { lend: onlyTheirs } : {};
  const reach = openReach(ground({ catalog, person, asOf: day, ...lend }));
  const held = rule.from.flatMap((pattern) => instancesOf(pattern, person));
  // Whoever lacks what the rule speaks of is not meant by it.
  if (rule.from.some((pattern) => instancesOf(pattern, person).length === 0)) return { reach, held };
  const start = startOf(reach, held);
  const found = earliest(reach.rules, start, { active: activeWith(reach, []) });
  let best: { readonly node: number; readonly text: string; readonly minutes: number } | undefined;
  for (const [node, meaning] of reach.meanings.entries()) {
    if (meaning.kind !== "atom") continue;
    const minutes = found.time[node] ?? Infinity;
    const atom = reach.world.atoms[meaning.atom];
    if (atom === undefined || minutes === Infinity || minutes > (rule.withinMinutes ?? Infinity)) continue;
    if (held.includes(atom.text) || !rule.reach.some((text) => isOf(atom, text, person))) continue;
    if (best === undefined || minutes < best.minutes) best = { node, text: atom.text, minutes };
  }
  if (best === undefined) return { reach, held };
  if (!wantsWay) return { reach, held, goal: best.text };
  const shown = proof(reach.rules, { held: start, goal: best.node, found, startsAt: undefined });
  return { reach, held, goal: best.text, ...(shown === undefined ? {} : { way: wayOf(reach, shown) }) };
}

function shownBy(person: Person, question: NeverQuestion): Omit<Shown, "isSmallest"> {
  const { held, goal, way } = reachedBy(person, question, { wantsWay: true });
  if (goal === undefined || way === undefined) throw new RangeError("what was shown is not so");
  return { person, held, goal, minutes: way.minutes, way };
}

/** The person's things a pattern of one variable speaks of, as ground text. */
function instancesOf(pattern: CapabilityPattern, person: Person): readonly string[] {
  const [subject] = pattern.subjects;
  if (subject === undefined || pattern.subjects.length > 1 || subject.relations.length > 0) return [];
  const ids: readonly ThingId[] =
    subject.kind === "person"
      ? ["person"]
      : [...person.things.values()].filter(({ kind }) => kind === subject.kind).map(({ id }) => id);
  const secret = subject.secret === undefined ? "" : `.${subject.secret}`;
  return ids.map((id) => `${pattern.kind}(${id}${secret})`);
}

/** Whether a capability on the ground is one of this pattern: the word, the kinds of its things, the secret. */
function isOf({ kind, things, secret }: Capability, text: string, person: Person): boolean {
  const split = splitCapability(text);
  if (split?.kind !== kind || split.subjects.length !== things.length) return false;
  return split.subjects.every((subject, i) => {
    const path = parseSubjectPath(subject);
    const thing = things[i] ?? "";
    // A new account in the person's name is none of the file's things; its id tells its kind.
    const thingKind =
      person.things.get(thing)?.kind ?? (thing === "person" ? "person" : thing.slice(0, thing.indexOf(".")));
    return "variable" in path && path.kind === thingKind && path.secret === secret;
  });
}
