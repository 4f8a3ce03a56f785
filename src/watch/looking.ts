/**
 * What an institution may look at: its own decisions, the timeline of one person, its cases. Of what other members sent it
 * is told at most when and of what group, where the agreement says so, and never by whom.
 */
import type { KeyObject } from "node:crypto";
import { type DetectEvent, storyNames } from "../detect/index.ts";
import { agreementOf, type Configuration } from "./configuration.ts";
import { type Act, actOf } from "./desk.ts";
import type { Journal, KeptCase, KeptEntry, ListQuestion } from "./journal.ts";
import { type Judging, nameElsewhere, type Told } from "./judging.ts";
import { type Content, openContent } from "./keeping.ts";
import type { Names, Naming, Unnamed } from "./names.ts";
import type { PeopleKeys, PersonKey } from "./people-keys.ts";
import { hexOf, seal, unseal } from "./sealing.ts";

export interface LookingParts {
  readonly journal: Journal;
  readonly people: PeopleKeys;
  readonly configuration: () => Configuration;
  /** Reads an event's text again, for its time and kind. */
  readonly read: Judging["read"];
  /** What another member's event is named by. */
  readonly elsewhere: KeyObject;
  readonly naming: Naming;
  readonly now: () => number;
}

/** What was decided, and on what act. */
export interface DecisionSeen extends Told, Act {
  readonly record: number;
  readonly received: string;
  /** What the institution told back of it by a signed receipt; absent: nothing. */
  readonly receipts?: readonly { readonly word: string; readonly at: string }[];
}

export type Happened =
  | (DecisionSeen & {
      readonly kind: "own";
      /** How likely each story is after it, 0 to 1. */
      readonly stories: Readonly<Record<string, number>>;
      readonly amount?: string;
    })
  /** `event` is the name it has in a chain. `word`: of an alert, what was said. */
  | {
      readonly kind: "elsewhere";
      readonly event: string;
      readonly time: string;
      readonly group: string;
      readonly word?: string;
    };

export interface CaseSeen {
  readonly id: number;
  readonly person: string;
  readonly state: "open" | "closed";
  readonly opened: string;
  readonly changed: string;
  readonly record?: number;
  readonly verdict?: Verdict;
  readonly notes: readonly { readonly at: string; readonly text: string }[];
}

export const verdicts = ["owner", "somebody-else", "unclear"] as const;
export type Verdict = (typeof verdicts)[number];

interface CaseContent {
  readonly person: string;
  readonly record?: number | undefined;
  readonly verdict?: Verdict | undefined;
  readonly notes: readonly { readonly at: number; readonly text: string }[];
}

export interface CaseChange {
  readonly note?: string | undefined;
  readonly verdict?: Verdict | undefined;
  readonly state?: "open" | "closed" | undefined;
}

export interface Looking {
  /** `isMore`: there are others beyond the limit. */
  decisions(question: ListQuestion): {
    readonly decisions: readonly DecisionSeen[];
    readonly isMore: boolean;
    readonly names: Names;
  };
  /** `undefined`: nobody of that name at this institution. `leftOut`: how many are earlier than those told. */
  timeline(
    institution: string,
    person: string,
  ): { readonly happened: readonly Happened[]; readonly leftOut: number; readonly names: Names } | undefined;
  /** What the person is called on the disk. */
  numberOf(institution: string, person: string): Uint8Array | undefined;
  /** Open ones first, the latest changed first; `leftOut` more there are. */
  cases(institution: string): { readonly cases: readonly CaseSeen[]; readonly leftOut: number };
  openCase(
    institution: string,
    asked: {
      readonly person: string;
      readonly record?: number | undefined;
      readonly note?: string | undefined;
    },
  ): CaseSeen | "no-record" | undefined;
  changeCase(institution: string, id: number, change: CaseChange): CaseSeen | "too-many-notes" | undefined;
}

/** More than anybody reads at once; the latest count. */
const timelineMax = 500;
const casesMax = 500;
export const notesMax = 200;

const iso = (milliseconds: number): string => new Date(milliseconds).toISOString();

/** What of a decision has a name in the catalogue. */
export const unnamedIn = ({
  stage,
  left,
  institution,
  word,
}: Pick<DecisionSeen, "stage" | "left" | "institution" | "word">): Unnamed => ({
  losses: [stage.before, stage.after].flatMap((each) => each?.loss ?? []),
  flows: left,
  acts: [{ institution, word }],
});

export function openLooking(parts: LookingParts): Looking {
  const { journal, people, configuration, read, now, elsewhere, naming } = parts;
  const opened = (entry: KeptEntry): Content | undefined => {
    const key = people.keyOf(entry.person);
    return key === undefined ? undefined : openContent(key, entry);
  };
  const seen = (entry: KeptEntry, { told }: Content, event: DetectEvent): DecisionSeen => {
    const receipts = entry.decision === 0 ? [] : journal.signals.receipts(entry.seq);
    return {
      ...told,
      ...actOf(event),
      record: entry.number,
      received: iso(entry.received),
      ...(receipts.length === 0 ? {} : { receipts: receipts.map(({ word, at }) => ({ word, at: iso(at) })) }),
    };
  };
  const caseAbout = (institution: string, person: Uint8Array): string =>
    JSON.stringify(["case", institution, hexOf(person)]);
  const caseSeen = (institution: string, kept: KeptCase): CaseSeen | undefined => {
    const content = caseContent(institution, kept);
    if (content === undefined) return undefined;
    const { person, record, verdict, notes } = content;
    return {
      id: kept.id,
      person,
      state: kept.state === "closed" ? "closed" : "open",
      opened: iso(kept.opened),
      changed: iso(kept.changed),
      ...(record === undefined ? {} : { record }),
      ...(verdict === undefined ? {} : { verdict }),
      notes: notes.map(({ at, text }) => ({ at: iso(at), text })),
    };
  };
  const isAlert = (entry: KeptEntry): boolean => {
    const content = opened(entry);
    const event = content === undefined ? undefined : read(content.event);
    return event?.kind === "read" && event.event.kind?.isAlert === true;
  };
  const caseContent = (institution: string, kept: KeptCase): CaseContent | undefined => {
    const key = people.keyOf(kept.person);
    if (key === undefined) return undefined;
    return JSON.parse(unseal(key, kept.sealed, caseAbout(institution, kept.person)).toString("utf8"));
  };
  const whose = (institution: string, person: string) => {
    const view = configuration().viewOf.get(institution);
    return view === undefined ? undefined : people.known({ view, institution, person });
  };
  const isOf = (institution: string, { number }: PersonKey, record: number): boolean => {
    const [entry] = journal.list({ institution, after: record - 1, decisionMin: 0, limit: 1 });
    return entry?.number === record && Buffer.compare(entry.person, number) === 0;
  };

  return {
    decisions(question) {
      const found = journal.list({ ...question, limit: question.limit + 1 });
      const decisions = found.slice(0, question.limit).flatMap((entry) => {
        const content = opened(entry);
        const event = content === undefined ? undefined : read(content.event);
        return content === undefined || event?.kind !== "read" ? [] : [seen(entry, content, event.event)];
      });
      return {
        decisions,
        isMore: found.length > question.limit,
        names: naming(decisions.map(unnamedIn)),
      };
    },
    timeline(institution, person) {
      const known = whose(institution, person);
      const view = configuration().viewOf.get(institution);
      if (known === undefined || view === undefined) return undefined;
      const agreement = agreementOf(configuration(), view);
      const isToldOthers = agreement?.tells === "when-and-what";
      const others = (isToldOthers || agreement?.alerts === true ? configuration().institutions : [])
        .filter((other) => other !== institution && configuration().viewOf.get(other) === view)
        .flatMap((other) => people.known({ view, institution: other, person }) ?? []);
      // Where nothing but alerts is told, the number of a member's other records is not told either.
      const toldOf = ({ number }: PersonKey): readonly KeptEntry[] =>
        journal.ofPerson(number, timelineMax).filter((entry) => isToldOthers || isAlert(entry));
      const ofOthers = others.flatMap(toldOf);
      const found = [
        ...journal.ofPerson(known.number, timelineMax).map((entry) => ({ entry, isOwn: true })),
        ...ofOthers.map((entry) => ({ entry, isOwn: false })),
      ]
        .sort((a, b) => a.entry.seq - b.entry.seq)
        .slice(-timelineMax);
      const countOfOthers = isToldOthers
        ? others.reduce((sum, { number }) => sum + journal.countOfPerson(number), 0)
        : ofOthers.length;
      const count = journal.countOfPerson(known.number) + countOfOthers;
      const happened = found.flatMap(({ entry, isOwn }): Happened[] => {
        const content = opened(entry);
        const event = content === undefined ? undefined : read(content.event);
        if (content === undefined || event?.kind !== "read") return [];
        const { id, amount, currency } = event.event;
        const { time, group, word } = actOf(event.event);
        if (!isOwn) {
          const named = nameElsewhere(elsewhere, institution, {
            institution: entry.institution,
            event: id,
          });
          return [
            {
              kind: "elsewhere",
              event: named,
              time,
              group,
              ...(event.event.kind?.isAlert === true && agreement?.alerts === true ? { word } : {}),
            },
          ];
        }
        return [
          {
            kind: "own",
            ...seen(entry, content, event.event),
            stories: Object.fromEntries(storyNames.map((name, i) => [name, content.stories[i] ?? 0])),
            ...(amount === undefined ? {} : { amount: `${amount.toFixed(2)} ${currency ?? ""}`.trim() }),
          },
        ];
      });
      return {
        leftOut: count - found.length,
        happened,
        names: naming(
          happened.map((each) =>
            each.kind === "own" ? unnamedIn(each) : { kinds: each.word === undefined ? [] : [each.word] },
          ),
        ),
      };
    },
    numberOf: (institution, person) => whose(institution, person)?.number,
    cases(institution) {
      const kept = journal.cases(institution, casesMax);
      return {
        cases: kept.flatMap((each) => caseSeen(institution, each) ?? []),
        leftOut: journal.countCases(institution) - kept.length,
      };
    },
    openCase(institution, { person, record, note }) {
      const known = whose(institution, person);
      if (known === undefined) return undefined;
      if (record !== undefined && !isOf(institution, known, record)) return "no-record";
      const at = now();
      const content: CaseContent = {
        person,
        ...(record === undefined ? {} : { record }),
        notes: note === undefined ? [] : [{ at, text: note }],
      };
      const sealed = seal(known.key, JSON.stringify(content), caseAbout(institution, known.number));
      const id = journal.openCase({ institution, person: known.number, now: at, sealed });
      const kept = journal.caseOf(institution, id);
      return kept === undefined ? undefined : caseSeen(institution, kept);
    },
    changeCase(institution, id, { note, verdict, state }) {
      const kept = journal.caseOf(institution, id);
      const content = kept === undefined ? undefined : caseContent(institution, kept);
      const key = kept === undefined ? undefined : people.keyOf(kept.person);
      if (kept === undefined || content === undefined || key === undefined) return undefined;
      if (note !== undefined && content.notes.length >= notesMax) return "too-many-notes";
      const at = now();
      const changed: CaseContent = {
        ...content,
        ...(verdict === undefined ? {} : { verdict }),
        notes: note === undefined ? content.notes : [...content.notes, { at, text: note }],
      };
      const sealed = seal(key, JSON.stringify(changed), caseAbout(institution, kept.person));
      journal.changeCase(id, { state: state ?? kept.state, now: at, sealed });
      const after = journal.caseOf(institution, id);
      return after === undefined ? undefined : caseSeen(institution, after);
    },
  };
}
