/**
 * Two sets of rules over what one institution was sent, record by record as it was kept: which decisions come out otherwise,
 * what money they touch and what they ask of people. It changes nothing.
 *
 * In a shared view what other members sent has its part in everything the engine believes, as it has live; it is asked no
 * rule, on either side: a rule of one institution could else count what another sent.
 */
import { type ComparedTold, comparing, type Mapping, type RuleSet, type Version } from "../detect/index.ts";
import type { Journal, KeptEntry } from "./journal.ts";
import { type Judging, openJudging } from "./judging.ts";
import { type Content, openContent } from "./keeping.ts";
import { openLists } from "./lists.ts";
import type { PeopleKeys } from "./people-keys.ts";
import type { RootKeys } from "./sealing.ts";

export interface BacktestAsked {
  readonly institution: string;
  readonly view: string;
  readonly inForce: RuleSet | undefined;
  readonly tried: RuleSet;
  /** Of the view, the latest so many are gone through. */
  readonly recordsMax: number;
}

export interface BacktestTold extends ComparedTold {
  /** Of people who were erased: they cannot be read, and stand in no figure. */
  readonly erased: number;
  /** Its earlier records that were not gone through, beyond the limit. */
  readonly leftOut: number;
  /** Under the rules in force they come out otherwise than they were answered then: other rules, or another version, were in force. */
  readonly answeredOtherwise: number;
}

export interface BacktestParts {
  readonly journal: Journal;
  readonly people: PeopleKeys;
  readonly root: RootKeys;
  readonly version: Version;
  readonly mappings: readonly Mapping[];
  /** Told how far it is, now and then, by the institution's own records: how many others sent is theirs to tell. */
  readonly onDone: (done: number, total: number) => void;
}

/** Read at once: some megabytes. */
const atOnce = 500;

export function backtest(
  { journal, people, root, version, mappings, onDone }: BacktestParts,
  { institution, view, inForce, tried, recordsMax }: BacktestAsked,
): BacktestTold {
  const lists = openLists(journal.lists, people);
  const judgingBy = (rules: RuleSet | undefined): Judging =>
    openJudging({
      ...{ version, mappings, elsewhere: root.elsewhere },
      lists: lists.clock,
      rulesOf: (whose) => (whose === institution ? rules : undefined),
    });
  const [before, after] = [judgingBy(inForce), judgingBy(tried)];
  const compared = comparing();
  const first = journal.beforeLatest(view, recordsMax);
  const total = journal.countOwn(view, institution, first);
  const leftOut = journal.countOwn(view, institution, 0) - total;
  let [passed, own, erased, answeredOtherwise] = [0, 0, 0, 0];
  const look = (entry: KeptEntry): void => {
    const isOwn = entry.institution === institution;
    const content = contentOf(entry, people);
    if (content === undefined) {
      if (isOwn) erased += 1;
      return;
    }
    const read = before.read(content.event);
    if (read.kind === "unread") return;
    const [was, is] = [before, after].map((each) => {
      each.at(entry.seq);
      return each.judge(read.event, read.complaints, entry).told;
    });
    if (!isOwn || was === undefined || is === undefined) return;
    own += 1;
    if (was.decision !== content.told.decision) answeredOtherwise += 1;
    compared.add(read.event, was, is, entry.number);
  };
  onDone(0, total);
  let last = first;
  for (;;) {
    const some = journal.ofView(view, last, atOnce);
    if (some.length === 0) break;
    for (const entry of some) {
      last = entry.seq;
      if (entry.institution === institution) passed += 1;
      look(entry);
    }
    onDone(passed, total);
  }
  return { ...compared.told(own), erased, leftOut, answeredOtherwise };
}

/** `undefined`: somebody who was erased. */
function contentOf(entry: KeptEntry, people: PeopleKeys): Content | undefined {
  const key = people.keyOf(entry.person);
  return key === undefined ? undefined : openContent(key, entry);
}
