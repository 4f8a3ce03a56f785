/**
 * Drafts to rules: text becomes numbers, and a condition becomes something one must have. Which conditions matter is
 * known only here, when all drafts are there.
 */
import type { Catalog } from "../catalog/index.ts";
import { compareText, type Flow, type TraceKind, type Windows } from "../model/index.ts";
import type { Person, ThingId } from "../person/index.ts";
import type { Choices } from "./choices.ts";
import { type Draft, sameSecretFlow } from "./draft.ts";
import { lossesOf } from "./goals.ts";
import type { Coverage, GroundCondition, Grounded, GroundRule } from "./grounded.ts";
import type { Atom } from "./rules.ts";
import { chosen, type Guard, isPossible, notChosen, type Wiring } from "./wiring.ts";

interface FinishQuestion {
  readonly catalog: Catalog;
  readonly person: Person;
  readonly wiring: Wiring;
  readonly choices: Choices;
  readonly drafts: readonly Draft[];
  readonly initial: readonly { readonly condition: string; readonly expires?: number }[];
  /** Flows of which not every combination of things was drafted. */
  readonly cutShort: readonly string[];
}

/** Text to numbers; conditions to something one must have. */
export function assemble({
  catalog,
  person,
  wiring,
  choices,
  drafts,
  initial,
  cutShort,
}: FinishQuestion): Grounded {
  const atoms: string[] = [];
  const atomOf = new Map<string, Atom>();
  const intern = (text: string): Atom => {
    const known = atomOf.get(text);
    if (known !== undefined) return known;
    atoms.push(text);
    atomOf.set(text, atoms.length - 1);
    return atoms.length - 1;
  };

  const settable = new Set([
    ...drafts
      .filter(isLoud)
      .flatMap(({ sets, unless, clears }) => [
        ...sets.map(({ condition }) => condition),
        ...unless,
        ...clears,
      ]),
    ...initial.map(({ condition }) => condition),
    ...choices.sets.map(({ condition }) => condition),
  ]);
  const atStart = new Set(initial.map(({ condition }) => condition));
  const conditions: GroundCondition[] = [...settable].sort(compareText).map((id) => ({
    id,
    kind: id.slice(0, id.indexOf("(")),
    cleared: intern(`not ${id}`),
    isSetAtStart: atStart.has(id),
  }));
  const conditionIndex = new Map(conditions.map(({ id }, index) => [id, index]));
  const stoppedBy = stopsOf(catalog, conditions);
  const clearedAtom = (id: string): Atom[] => {
    const index = conditionIndex.get(id);
    return index === undefined ? [] : [conditions[index]?.cleared ?? 0];
  };

  const rules: GroundRule[] = [];
  /** What each rule undoes, as text until all atoms are there. */
  const undoing = new Map<GroundRule, Draft>();
  const quiet: Draft[] = [];
  for (const draft of drafts) {
    const { flow } = draft;
    if (!isLoud(draft)) {
      if (draft.revokes.length > 0 || draft.leaves.length > 0) quiet.push(draft);
      continue;
    }
    const asks = [...draft.asks.map(intern), ...draft.unless.flatMap(clearedAtom)];
    const rule = outlineOf(draft);
    const sets = draft.sets.map(({ condition, expires }) => ({
      condition: conditionIndex.get(condition) ?? 0,
      ...(expires === undefined ? {} : { expires }),
    }));
    const clears = draft.clears.map((condition) => conditionIndex.get(condition) ?? 0);
    const gives = draft.clears.flatMap(clearedAtom);
    // What a condition stops waits for it behind the flow's own atom; the flow itself is run, and counted, once.
    const stopped = new Map<string, { readonly gives: Atom[]; readonly more: readonly Atom[] }>();
    for (const given of draft.gives) {
      const more = stoppedBy(given);
      const group = stopped.get(more.join(","));
      if (more.length === 0) gives.push(intern(given));
      else if (group === undefined) stopped.set(more.join(","), { gives: [intern(given)], more });
      else group.gives.push(intern(given));
    }
    // A flow can be run while its yield is stopped, and yields once nothing stops it: never later than that.
    if (stopped.size > 0) {
      const done = intern(`done ${rules.length}`);
      gives.push(done);
      for (const group of stopped.values()) {
        rules.push({
          ...internalRule,
          flow: flow.amount === undefined ? relayFlow : { ...relayFlow, amount: flow.amount },
          asks: [done, ...group.more],
          gives: group.gives,
          minutes: 0,
          guard: [],
        });
      }
    }
    if (gives.length === 0 && sets.length === 0) continue;
    const made = { ...rule, asks, gives, sets, clears };
    undoing.set(made, draft);
    rules.push(made);
  }
  for (const { id, cleared } of conditions) {
    const byChoice = choices.sets.filter(({ condition }) => condition === id);
    const internal = { ...internalRule, asks: [], gives: [cleared] };
    if (!atStart.has(id))
      rules.push({
        ...internal,
        flow: nothingSetFlow,
        minutes: 0,
        guard: [...new Set(byChoice.map(({ choice }) => notChosen(choice)))],
      });
    const setters = [...initial.filter(({ condition }) => condition === id), ...byChoice];
    for (const { minutes, guard } of lapses(setters))
      rules.push({ ...internal, flow: lapseFlow, minutes, guard });
  }
  const goals = lossesOf({ catalog, person, wiring, rules, atoms, atomOf, intern });
  const coverage: Coverage = { ...judgedOf(catalog, person, rules), cutShort };
  const silent = quietRules({ drafts: quiet, atomOf, clearedAtom });
  const atomNamed = (text: string) => atomOf.get(text) ?? silent.atomOf.get(text);
  const undo = (rule: GroundRule): GroundRule => {
    const draft = undoing.get(rule) ?? silent.draftOf.get(rule);
    return draft === undefined || (draft.revokes.length === 0 && draft.leaves.length === 0)
      ? rule
      : { ...rule, ...undoneAtoms(draft, wiring, atomNamed) };
  };
  return {
    person,
    catalog,
    wiring,
    atoms,
    atomOf,
    rules: rules.map(undo),
    choices: choices.all,
    conditions,
    goals,
    coverage,
    quiet: { atoms: [...silent.atomOf.keys()], rules: [...silent.draftOf.keys()].map(undo) },
  };
}

/** Does it give or set anything? What only undoes or is only seen is no rule of the monotone reading. */
const isLoud = ({ gives, sets, clears }: Draft) => gives.length > 0 || sets.length > 0 || clears.length > 0;

/** What a rule says of itself whatever it asks and gives. */
function outlineOf({ flow, guard, institution, things, assumed }: Draft) {
  const opens = windowsOf(flow.hours);
  return {
    minutes: flow.takes.min + (flow.delay?.takes.min ?? 0),
    cost: flow.takes.min,
    guard,
    ...(opens === undefined ? {} : { opens }),
    institution,
    flow,
    things,
    assumed,
    revokes: [],
    leaves: [],
    isInternal: false,
  };
}

interface QuietQuestion {
  readonly drafts: readonly Draft[];
  readonly atomOf: ReadonlyMap<string, Atom>;
  readonly clearedAtom: (condition: string) => readonly Atom[];
}

/** Rules that give and set nothing; what only they ask gets numbers after all others. */
function quietRules({ drafts, atomOf, clearedAtom }: QuietQuestion): {
  readonly draftOf: ReadonlyMap<GroundRule, Draft>;
  readonly atomOf: ReadonlyMap<string, Atom>;
} {
  const more = new Map<string, Atom>();
  const intern = (text: string): Atom => {
    const known = atomOf.get(text) ?? more.get(text) ?? atomOf.size + more.size;
    if (!atomOf.has(text)) more.set(text, known);
    return known;
  };
  const draftOf = new Map<GroundRule, Draft>();
  for (const draft of drafts) {
    const asks = [...draft.asks.map(intern), ...draft.unless.flatMap(clearedAtom)];
    draftOf.set({ ...outlineOf(draft), asks, gives: [], sets: [], clears: [] }, draft);
  }
  return { draftOf, atomOf: more };
}

/** What has no atom is nothing anybody's flow asks or gives: to lose it, or to see by it, changes nothing. */
function undoneAtoms(
  { revokes, leaves }: Draft,
  wiring: Wiring,
  atomNamed: (text: string) => Atom | undefined,
): Pick<GroundRule, "revokes" | "leaves"> {
  return {
    revokes: revokes.flatMap(({ text, guard }) => {
      const atom = atomNamed(text);
      return atom === undefined ? [] : [{ atom, guard }];
    }),
    leaves: leaves.map(({ trace: { kind, about, from }, thing, guard }) => ({
      kind,
      ...(about === undefined ? {} : { about }),
      ...(from === undefined ? {} : { from }),
      ...(thing === undefined ? {} : { thing }),
      seenBy:
        thing === undefined ? [] : seenWith(kind, thing, wiring).flatMap((text) => atomNamed(text) ?? []),
      guard,
    })),
  };
}

/**
 * What one must have to see a trace as it is left: a text reaches whoever receives the line's texts, a notice whoever
 * is in or has a device in hand that is signed in. Records and letters are not seen that night unless asked for.
 */
function seenWith(kind: TraceKind, thing: ThingId, wiring: Wiring): readonly string[] {
  const of = thing.slice(0, thing.indexOf("."));
  const devices =
    of === "account" ? wiring.follow(thing, "devices").filter(({ guard }) => guard.length === 0) : [];
  const onScreens = [`enter(${thing})`, ...devices.map(({ to }) => `possess(${to})`)];
  switch (kind) {
    case "sms":
      return [`receive-sms(${thing})`];
    case "call":
      return [`receive-call(${thing})`];
    case "mail":
      return [`read-mail(${thing})`];
    case "notice":
      return of === "device" ? [`possess(${thing})`] : onScreens;
    case "kick-off":
      return onScreens;
    case "row":
      return of === "card" ? [`operate(${thing})`] : [`enter(${thing})`];
    case "record":
    case "letter":
      return [];
  }
}

const internalRule = {
  cost: 0,
  institution: "",
  things: new Map<string, ThingId>(),
  sets: [],
  clears: [],
  revokes: [],
  leaves: [],
  assumed: [],
  isInternal: true,
};
const nothingSetFlow: Flow = {
  ...sameSecretFlow,
  id: "nothing-set",
  title: { en: "Nothing is set", zh: "没有设置" },
  takes: { min: 0, likely: 0, max: 0 },
};
const relayFlow: Flow = { ...nothingSetFlow, id: "relay" };
const lapseFlow: Flow = {
  ...nothingSetFlow,
  id: "lapses",
  title: { en: "It lapses by itself", zh: "到期自动失效" },
};

interface Setter {
  /** Absent: it is set at the start, whatever is chosen. */
  readonly choice?: number;
  readonly expires?: number;
}

/** When a condition lapses by itself: with the last of those that set it, and never while one sets it for good. */
function lapses(setters: readonly Setter[]): readonly { readonly minutes: number; readonly guard: Guard }[] {
  return setters.flatMap((last) => {
    const { expires } = last;
    if (expires === undefined) return [];
    const longer = setters.filter((other) => (other.expires ?? Infinity) > expires);
    if (longer.some(({ choice }) => choice === undefined)) return [];
    const guard = [
      ...(last.choice === undefined ? [] : [chosen(last.choice)]),
      ...longer.flatMap(({ choice }) => (choice === undefined ? [] : [notChosen(choice)])),
    ];
    return isPossible(guard) ? [{ minutes: expires, guard: [...new Set(guard)] }] : [];
  });
}

/** For a capability: what must not be set while it is to be had. */
function stopsOf(
  catalog: Catalog,
  conditions: readonly GroundCondition[],
): (given: string) => readonly Atom[] {
  const byCapability = new Map<string, Atom[]>();
  for (const { id, kind, cleared } of conditions) {
    const thing = id.slice(id.indexOf("(") + 1, -1);
    for (const stopped of catalog.vocabulary.conditions.get(kind)?.stops ?? []) {
      const key = `${stopped} ${thing}`;
      byCapability.set(key, [...(byCapability.get(key) ?? []), cleared]);
    }
  }
  return (given) => {
    const open = given.indexOf("(");
    const kind = given.slice(0, open);
    const found = given
      .slice(open + 1, -1)
      .split(", ")
      .flatMap((thing) => byCapability.get(`${kind} ${thing}`) ?? []);
    return [...new Set(found)].sort((a, b) => a - b);
  };
}

function windowsOf(hours: Windows | undefined): Windows | undefined {
  return hours === undefined || (hours.length === 1 && hours[0]?.[0] === 0 && hours[0][1] >= 7 * 24 * 60)
    ? undefined
    : hours;
}

function judgedOf(
  catalog: Catalog,
  person: Person,
  rules: readonly GroundRule[],
): Pick<Coverage, "judged" | "notJudged"> {
  const touched = new Set(
    rules.flatMap(({ things, isInternal, institution }) =>
      isInternal || institution === "things" ? [] : [...things.values()],
    ),
  );
  const judged: ThingId[] = [];
  const notJudged: ThingId[] = [];
  for (const thing of [...person.things.values()].sort((a, b) => compareText(a.id, b.id))) {
    if (thing.institution === undefined || thing.kind === "device" || thing.kind === "mailbox") continue;
    const isKnown = catalog.institutions.has(thing.institution) && touched.has(thing.id);
    (isKnown ? judged : notJudged).push(thing.id);
  }
  return { judged, notJudged };
}
