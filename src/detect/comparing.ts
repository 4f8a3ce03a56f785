/** Two sets of rules over the same events: which decisions differ, what money and how many people they touch. */
import type { Word } from "./decide.ts";
import type { DetectEvent } from "./event.ts";

/** More differences than anybody reads; all are counted. */
const toldMax = 100;

export interface Friction {
  readonly people: number;
  readonly "step-up": number;
  readonly hold: number;
  readonly block: number;
}

/** What of a decision is compared. */
export interface Comparable {
  readonly decision: Word;
  readonly rules: readonly string[];
}

export interface ComparedTold {
  readonly events: number;
  readonly differ: number;
  /** `allow → hold`: how many events, people, and how much money by currency. */
  readonly changes: Readonly<
    Record<
      string,
      { readonly events: number; readonly people: number; readonly money: Readonly<Record<string, number>> }
    >
  >;
  /** Touched (step-up or stronger) before and after. */
  readonly touched: { readonly before: number; readonly after: number };
  /** What that asks of people: how many of them, and how often they are asked, held up and turned away. */
  readonly friction: { readonly before: Friction; readonly after: Friction };
  readonly examples: readonly {
    readonly event: string;
    /** Its number where it is kept. */
    readonly record?: number;
    readonly person: string;
    readonly before: string;
    readonly after: string;
    readonly rules: readonly string[];
  }[];
}

export interface Compared {
  /** `record`: its number, where it has one. */
  add(event: DetectEvent, before: Comparable, after: Comparable, record?: number): void;
  told(events: number): ComparedTold;
}

/** How often people are asked, held up and turned away under one set of rules. */
function askedOf() {
  const people = new Set<string>();
  const counts = { "step-up": 0, hold: 0, block: 0 };
  return {
    add(person: string, decision: Word) {
      if (decision === "allow") return;
      people.add(person);
      counts[decision] += 1;
    },
    touched: () => counts["step-up"] + counts.hold + counts.block,
    told: (): Friction => ({ people: people.size, ...counts }),
  };
}

export function comparing(): Compared {
  const changes = new Map<string, { events: number; people: Set<string>; hundredths: Map<string, number> }>();
  const examples: ComparedTold["examples"][number][] = [];
  const [was, is] = [askedOf(), askedOf()];
  return {
    add(event, before, after, record) {
      was.add(event.person, before.decision);
      is.add(event.person, after.decision);
      if (before.decision === after.decision) return;
      const key = `${before.decision} → ${after.decision}`;
      const change = changes.get(key) ?? { events: 0, people: new Set(), hundredths: new Map() };
      changes.set(key, change);
      change.events += 1;
      change.people.add(event.person);
      if (event.hundredths !== undefined) {
        const currency = event.currency ?? "";
        change.hundredths.set(currency, (change.hundredths.get(currency) ?? 0) + event.hundredths);
      }
      if (examples.length < toldMax)
        examples.push({
          event: event.id,
          ...(record === undefined ? {} : { record }),
          person: event.person,
          before: before.decision,
          after: after.decision,
          rules: after.rules,
        });
    },
    told: (events) => ({
      events,
      differ: [...changes.values()].reduce((sum, change) => sum + change.events, 0),
      changes: Object.fromEntries(
        [...changes]
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([key, change]) => [
            key,
            {
              events: change.events,
              people: change.people.size,
              money: Object.fromEntries(
                [...change.hundredths].sort().map(([currency, sum]) => [currency, sum / 100]),
              ),
            },
          ]),
      ),
      touched: { before: was.touched(), after: is.touched() },
      friction: { before: was.told(), after: is.told() },
      examples,
    }),
  };
}
