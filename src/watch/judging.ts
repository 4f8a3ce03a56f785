/**
 * Events of institutions judged in their views. A view is one state of the engine: an institution's own, or that of an
 * agreement, into which all its members' events go. Own views never meet: what one institution sends cannot reach
 * another's state.
 *
 * In a shared view two members may use the same id for different events, so inside an id carries its institution. Going
 * out it is taken off, and another member's event is named by a keyed hash that differs for whoever is told.
 */
import type { KeyObject } from "node:crypto";
import type { Catalog } from "../catalog/index.ts";
import {
  areAsMarked,
  type DecisionValue,
  type DetectEvent,
  decisionValue,
  forget,
  type Mapping,
  noState,
  type RuleSet,
  readEvent,
  restore,
  type ShapeMark,
  type State,
  shapeMarks,
  snapshot,
  step,
  storiesOf,
  type Version,
} from "../detect/index.ts";
import { type Complaint, minutesPerDay } from "../model/index.ts";
import type { ListsClock } from "./lists.ts";
import type { RulesClock } from "./put-rules.ts";
import { hexOf, nameHash } from "./sealing.ts";

export interface JudgingParts {
  readonly version: Version;
  readonly mappings: readonly Mapping[];
  /** What another member's event is named by. */
  readonly elsewhere: KeyObject;
  /** The rules in force as time goes by; absent: those of the version, throughout. */
  readonly rules?: (() => RulesClock) | undefined;
  /** The rules asked of an institution's events; absent: those in force, of all alike. */
  readonly rulesOf?: ((institution: string) => RuleSet | undefined) | undefined;
  /** What institutions have put on lists; absent: nothing. */
  readonly lists?: (() => ListsClock) | undefined;
  /** A state to go on from; absent: none. */
  readonly from?: Iterable<StatePart> | undefined;
}

/** A piece of what is in memory. Those of one view follow each other, the first with what the view takes for granted. */
export interface StatePart {
  readonly view: string;
  readonly marks?: readonly ShapeMark[];
  readonly text?: string;
}

export interface Sent {
  readonly view: string;
  readonly institution: string;
  /** Milliseconds since 1970. */
  readonly received: number;
}

/** What the institution is answered, and what is kept of it. */
export interface Told extends DecisionValue {
  readonly complaints?: readonly ToldComplaint[];
}

export interface ToldComplaint {
  readonly code: string;
  readonly where: string;
  readonly message: string;
  readonly help?: string;
}

export type EventAsRead =
  | { readonly kind: "read"; readonly event: DetectEvent; readonly complaints: readonly ToldComplaint[] }
  | { readonly kind: "unread"; readonly complaints: readonly ToldComplaint[] };

export interface Judgement {
  readonly told: Told;
  /** How the five stories are believed after it. */
  readonly stories: readonly number[];
}

export interface Judging {
  read(text: string): EventAsRead;
  /** Rules and lists count as they did when this record was decided; `Infinity`: as they do now. */
  at(seq: number): void;
  /** Changes the state of the view, and nothing else. */
  judge(event: DetectEvent, complaints: readonly ToldComplaint[], sent: Sent): Judgement;
  /** `events`: all that are known of the person in this view; they may be judged again. */
  forget(
    view: string,
    person: string,
    events: readonly { readonly institution: string; readonly text: string }[],
  ): void;
  /** The ids alone: they may come again as others. */
  forgetIds(view: string, events: readonly { readonly institution: string; readonly text: string }[]): void;
  /** How many views have a state. */
  views(): number;
  /** What is in memory, to go on from; `undefined`: what it takes for granted is too much to be looked at again. */
  parts(): Iterable<StatePart> | undefined;
}

/** A state was kept under something that is otherwise now. */
export class StateOutlived extends Error {}

const millisecondsPerMinute = 60_000;

/** Throws `StateOutlived` where `from` cannot be gone on from. */
export function openJudging({
  version,
  mappings,
  elsewhere,
  rules,
  rulesOf,
  lists,
  from = [],
}: JudgingParts): Judging {
  const states = statesFrom(from, version);
  const clock = lists?.();
  const inForce = rules?.();
  const asked = rulesOf ?? (() => (inForce === undefined ? version.rules : inForce.rules()));
  const { catalog } = version;
  const stateOf = (view: string): State => {
    const state = states.get(view) ?? noState();
    states.set(view, state);
    return state;
  };
  const namedFor = (institution: string, id: string): string => {
    const whose = id.slice(0, id.indexOf("/"));
    const event = id.slice(whose.length + 1);
    return whose === institution
      ? event
      : nameElsewhere(elsewhere, institution, { institution: whose, event });
  };
  const idsOf = (events: readonly { readonly institution: string; readonly text: string }[]) =>
    events.flatMap(({ institution, text }) => {
      const read = readOne(text, catalog, mappings);
      return read.kind === "read" ? [`${institution}/${read.event.id}`] : [];
    });
  return {
    read: (text) => readOne(text, catalog, mappings),
    at(seq) {
      clock?.at(seq);
      inForce?.at(seq);
    },
    judge(event, complaints, { view, institution, received }) {
      const state = stateOf(view);
      const inside: DetectEvent = { ...event, id: `${institution}/${event.id}` };
      const decision = step(state, inside, {
        ...version,
        rules: asked(institution),
        listed: clock?.listed(institution),
        until: untilOf(received),
      });
      const value = decisionValue(decision);
      return {
        told: {
          ...value,
          event: event.id,
          chain: value.chain.map((id) => namedFor(institution, id)),
          ...(value.openedBy === undefined
            ? {}
            : { openedBy: value.openedBy.map((id) => namedFor(institution, id)) }),
          ...(complaints.length === 0 ? {} : { complaints }),
        },
        stories: (storiesOf(state.rows, event.person) ?? []).map(
          (share) => Math.round(share * storyPrecision) / storyPrecision,
        ),
      };
    },
    forget(view, person, events) {
      const state = states.get(view);
      if (state !== undefined) forget(state, person, idsOf(events));
    },
    forgetIds(view, events) {
      const state = states.get(view);
      for (const id of idsOf(events)) state?.seen.delete(id);
    },
    views: () => states.size,
    parts() {
      const marked: (readonly [view: string, state: State, marks: readonly ShapeMark[]])[] = [];
      for (const [view, state] of states) {
        const marks = shapeMarks(state, version);
        if (marks === undefined) return undefined;
        marked.push([view, state, marks]);
      }
      return partsOf(marked);
    },
  };
}

function* partsOf(
  states: readonly (readonly [view: string, state: State, marks: readonly ShapeMark[]])[],
): Generator<StatePart> {
  for (const [view, state, marks] of states) {
    yield { view, marks };
    // The journal knows the ids that came: none of them is judged a second time.
    for (const text of snapshot({ ...state, seen: new Map() })) yield { view, text };
  }
}

function statesFrom(parts: Iterable<StatePart>, version: Version): Map<string, State> {
  const states = new Map<string, State>();
  const all = parts[Symbol.iterator]();
  let next = all.next();
  while (next.done !== true) {
    const { view, marks = [] } = next.value;
    if (!areAsMarked(marks, version)) throw new StateOutlived();
    next = all.next();
    const texts = function* () {
      for (
        ;
        next.done !== true && next.value.view === view && next.value.text !== undefined;
        next = all.next()
      )
        yield next.value.text;
    };
    states.set(view, restore(texts()));
  }
  return states;
}

/** What `told` is told in place of the event of another member. */
export function nameElsewhere(
  key: KeyObject,
  told: string,
  { institution, event }: { readonly institution: string; readonly event: string },
): string {
  const hash = hexOf(nameHash(key, told, institution, event));
  return `elsewhere-${hash.slice(0, elsewhereDigits)}`;
}

/** Enough that no two of a chain meet, too few to be looked for. */
const elsewhereDigits = 12;
const storyPrecision = 10_000;

/** A clock on the other side of the world is a day ahead at most: the same as on the command line. */
const untilOf = (received: number): number =>
  (Math.floor(received / millisecondsPerMinute / minutesPerDay) + 2) * minutesPerDay;

function readOne(text: string, catalog: Catalog, mappings: readonly Mapping[]): EventAsRead {
  const { event, complaints } = readEvent(text, { catalog, place: { file: "event" }, mappings });
  const told = complaints.map(complaintValue);
  return event === undefined
    ? { kind: "unread", complaints: told }
    : { kind: "read", event, complaints: told };
}

export const complaintValue = ({ code, where, sentence, help }: Complaint): ToldComplaint => ({
  code,
  where,
  message: sentence,
  ...(help === undefined ? {} : { help }),
});
