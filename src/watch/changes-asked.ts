/** What is asked of rules and lists, judged before anything is kept: over HTTP and beside a shared log alike. */
import { type RuleSet, type RulesDiffer, type RulesValue, rulesDiffer, rulesValue } from "../detect/index.ts";
import type { RulesChangeWord } from "./journal-put-rules.ts";
import type { ToldComplaint } from "./judging.ts";
import type { EntrySaid, ListEntry } from "./lists.ts";
import { entriesMax } from "./lists-contract.ts";
import type { RulesVersion } from "./put-rules.ts";
import { says } from "./refusals.ts";
import { type ModeSaid, type RulesSaid, rulesSaidIn } from "./rules-said.ts";
import { tryRules } from "./rules-tried.ts";

export interface ChangeRefused {
  readonly kind: "refused";
  readonly status: 400 | 404 | 409;
  readonly complaints: readonly ToldComplaint[];
}

const refused = (
  status: ChangeRefused["status"],
  ...complaints: readonly ToldComplaint[]
): ChangeRefused => ({
  kind: "refused",
  status,
  complaints,
});

export type RulesAsked =
  | { readonly what: "put"; readonly text: string }
  | {
      readonly what: "mode";
      readonly rule: string;
      readonly mode: ModeSaid["mode"];
      /** Absent: as it stands. */
      readonly percent?: number | undefined;
    }
  /** 0: the file of the start. */
  | { readonly what: "restored"; readonly number: number };

/** What is in force, and what was before. */
export interface RulesStanding {
  readonly base: RuleSet | undefined;
  readonly inForce: RuleSet | undefined;
  readonly number: number;
  /** In order. */
  readonly versions: readonly Pick<RulesVersion, "number" | "said" | "own">[];
}

export interface RulesPutNow {
  /** `same`: that is in force already, and no version is made. */
  readonly kind: "same" | "other";
  readonly what: RulesChangeWord;
  readonly said: RulesSaid;
  readonly rules: RuleSet | undefined;
  readonly sets: RulesValue["sets"];
  readonly differ: RulesDiffer;
}

/** `over`: the version it is to follow; absent: whichever is in force. */
export function judgeRules(
  standing: RulesStanding,
  asked: RulesAsked,
  over: number | undefined,
): RulesPutNow | ChangeRefused {
  const said = saidBy(standing, asked);
  if ("kind" in said) return said;
  const read = rulesSaidIn(said, standing.base, standing.versions);
  if (read === "unread") return refused(404, says.noVersion);
  const { rules } = read;
  const [was, is] = [rulesValue(standing.inForce), rulesValue(rules)];
  const differ = rulesDiffer(was, is);
  const kind = JSON.stringify(was) === JSON.stringify(is) ? "same" : "other";
  // Whoever had no answer and asks again finds it done, and nobody who was first.
  if (kind === "other" && over !== undefined && over !== standing.number)
    return refused(409, says.otherRules);
  // Of what is restored the version was raised when it was put.
  if (asked.what === "put" && !differ.isVersionRaised) return refused(409, says.sameVersion);
  return { kind, what: asked.what, said, rules, sets: is.sets, differ };
}

function saidBy({ inForce, versions }: RulesStanding, asked: RulesAsked): RulesSaid | ChangeRefused {
  switch (asked.what) {
    case "put": {
      const tried = tryRules(asked.text);
      return tried.kind === "unread" ? refused(400, ...tried.complaints) : { text: asked.text };
    }
    case "mode": {
      const { rule, mode } = asked;
      const standing = inForce?.rules.find(({ id }) => id === rule);
      if (standing === undefined) return refused(404, says.noRule(inForce?.rules.map(({ id }) => id) ?? []));
      const { percent = standing.percent } = asked;
      const { text, modes } = versions.at(-1)?.said ?? {};
      return { ...(text === undefined ? {} : { text }), modes: { ...modes, [rule]: { mode, percent } } };
    }
    case "restored": {
      const before = versions.find(({ number }) => number === asked.number)?.said;
      if (asked.number > 0 && before === undefined) return refused(404, says.noVersion);
      return { ...before, of: asked.number };
    }
  }
}

/** Why this entry cannot be put on the list; `undefined`: it can. `entries`: the institution's own, on any list. */
export function entryRefused({
  lists,
  entries,
  list,
  said,
  today,
  mayRead,
}: {
  readonly lists: RulesValue["lists"];
  readonly entries: readonly ListEntry[];
  readonly list: string;
  readonly said: EntrySaid;
  /** `2026-11-28`. */
  readonly today: string;
  /** Whoever asks may be told what the rules say stands on it. */
  readonly mayRead: boolean;
}): ChangeRefused | undefined {
  const ofFile = lists.find(({ name }) => name === list);
  if (ofFile === undefined) return refused(404, says.noList(lists.map(({ name }) => name)));
  if (said.expires !== undefined && said.expires < today) return refused(400, says.dayOver);
  const standing = entries.filter((each) => each.list === list && each.removed === undefined);
  const isListed = standing.some((each) => each.value === said.value && !isPast(each, today));
  if (isListed) return refused(409, says.listedAlready);
  // Whoever may not be told what the file says is not told it by being refused either: it stands there twice, and counts once.
  if (mayRead && ofFile.values.includes(said.value) && !isPast(ofFile, today))
    return refused(409, says.listedInFile);
  return standing.length >= entriesMax ? refused(409, says.manyEntries) : undefined;
}

export const isPast = ({ expires }: { readonly expires?: string | undefined }, today: string): boolean =>
  expires !== undefined && expires < today;
