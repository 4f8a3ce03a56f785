/**
 * The operator's rules from YAML, with every fault told at its place. A file with a fault is left out whole.
 *
 * Patterns are regular expressions of a form that cannot blow up: no group under a quantifier, no looking around, no
 * going back, at most two open-ended repeats; and no text they meet is longer than two hundred characters.
 */
import { z } from "zod";
import { durationShape, helpWith, idShape, readShape, type YamlText } from "../catalog/index.ts";
import { Complaint, isDate, parseDuration } from "../model/index.ts";
import { type Costs, type CostsOfAsking, decisions, usualCosts } from "./decide.ts";
import { eventKinds } from "./kinds.ts";
import {
  type Condition,
  figureFields,
  type ListDefined,
  type Rule,
  type RuleSet,
  ruleFields,
  type Test,
  type WindowDefined,
  wordsOfField,
} from "./rules.ts";

/** More rules than anybody keeps in the head, and each is asked of every event. */
const rulesMax = 500;
const windowsMax = 100;
const conditionsMax = 50;
const listMax = 10_000;
const patternMax = 120;

const scalar = z.union([z.string().max(200), z.number(), z.boolean()]);
const testShape = z.union([
  scalar,
  z.array(scalar).max(listMax),
  z.strictObject({
    above: z.exactOptional(z.number()),
    below: z.exactOptional(z.number()),
    matches: z.exactOptional(z.string().max(patternMax)),
    list: z.exactOptional(z.string()),
    not: z.exactOptional(z.union([scalar, z.array(scalar).max(listMax)])),
  }),
]);
/** `transfers.count: { above: 3 }` asks a window; a plain word a field. */
const conditionsShape = z.record(z.string(), testShape);

const askingShape = {
  "step-up": z.exactOptional(z.number().positive().describe("In usual losses, as all costs.")),
  hold: z.exactOptional(z.number().positive()),
  block: z.exactOptional(z.number().positive()),
};

const costsShape = z.strictObject({
  ...askingShape,
  "usual-loss": z.exactOptional(z.record(z.string().regex(/^[A-Z]{3}$/), z.number().positive())),
  harm: z.exactOptional(z.record(z.string(), z.number().min(0).max(1_000))),
  at: z.exactOptional(z.record(z.string(), z.strictObject(askingShape))),
});

export const rulesShape = z
  .strictObject({
    rules: idShape.describe("The id of this set of rules."),
    version: z.int().min(1),
    lists: z.exactOptional(
      z.record(
        idShape,
        z.strictObject({
          values: z.array(scalar).max(listMax),
          expires: z.exactOptional(z.string().describe("The last day on which it counts.")),
        }),
      ),
    ),
    windows: z.exactOptional(
      z.record(
        idShape,
        z.strictObject({
          per: z.enum(["person", "device", "institution", "payee", "everybody"]),
          over: durationShape,
          distinct: z.exactOptional(z.string()),
          where: z.exactOptional(conditionsShape),
        }),
      ),
    ),
    costs: z.exactOptional(costsShape.describe("What asking costs, and what a harm is worth.")),
    when: z.record(
      idShape,
      z.strictObject({
        all: z.exactOptional(conditionsShape),
        any: z.exactOptional(z.array(conditionsShape).max(conditionsMax)),
        decide: z.enum(decisions),
        mode: z.exactOptional(z.enum(["on", "shadow", "off"])),
        percent: z.exactOptional(z.number().min(0).max(100)),
        quiet: z.exactOptional(durationShape),
      }),
    ),
  })
  .describe("An operator's rules beside the belief.");
type RulesText = z.infer<typeof rulesShape>;

export interface RulesRead {
  readonly rules: RuleSet | undefined;
  readonly complaints: readonly Complaint[];
}

export function readRules(yaml: YamlText): RulesRead {
  const read = readShape(rulesShape, yaml);
  if (read.value === undefined)
    return { rules: undefined, complaints: [...yaml.complaints, ...read.complaints] };
  const complaints: Complaint[] = [...yaml.complaints];
  const context: Context = {
    text: read.value,
    complain: (code, message, help, path) => {
      const place = yaml.locate(path);
      complaints.push(new Complaint({ code, place, message, help }));
    },
  };
  const rules = rulesOf(context);
  return { rules: complaints.length > 0 ? undefined : rules, complaints };
}

interface Context {
  readonly text: RulesText;
  readonly complain: (
    code: "rules/unknown-word" | "rules/unsafe-pattern" | "question/too-large" | "shape/bad-text",
    message: string,
    help: string,
    path: readonly PropertyKey[],
  ) => void;
}

function rulesOf(context: Context): RuleSet {
  const { text, complain } = context;
  for (const [name, { expires }] of Object.entries(text.lists ?? {}))
    if (expires !== undefined && !isDay(expires))
      complain("shape/bad-text", `\`${expires}\` is not a date`, "write `2020-09-04`", [
        ...["lists", name, "expires"],
      ]);
  const windowTexts = Object.entries(text.windows ?? {});
  const ruleTexts = Object.entries(text.when);
  if (windowTexts.length > windowsMax)
    complain("question/too-large", `more than ${windowsMax} windows`, "leave out those no rule asks", [
      "windows",
    ]);
  if (ruleTexts.length > rulesMax)
    complain("question/too-large", `more than ${rulesMax} rules`, "join those that decide alike", ["when"]);
  const windows = new Map(
    windowTexts.slice(0, windowsMax).map(([name, window]): [string, WindowDefined] => [
      name,
      {
        id: `${name} ${JSON.stringify(window)}`,
        per: window.per,
        minutes: minutesOf(window.over),
        distinct: fieldNamed(window.distinct ?? "payee", context, ["windows", name, "distinct"]),
        // A window does not ask windows: so there is no circle.
        where: conditionsOf(window.where ?? {}, context, ["windows", name, "where"], false),
      },
    ]),
  );
  const rules = ruleTexts.slice(0, rulesMax).map(
    ([id, rule]): Rule => ({
      id,
      set: text.rules,
      when: conditionsOf(rule.all ?? {}, context, ["when", id, "all"], true),
      any: (rule.any ?? []).map((all, i) => conditionsOf(all, context, ["when", id, "any", i], true)),
      decide: rule.decide,
      mode: rule.mode ?? "on",
      percent: rule.percent ?? 100,
      quietMinutes: rule.quiet === undefined ? 0 : minutesOf(rule.quiet),
    }),
  );
  const costs = text.costs === undefined ? {} : { costs: costsOf(text.costs, context) };
  const lists = new Map(
    Object.entries(text.lists ?? {}).map(([name, { values, expires }]): [string, ListDefined] => [
      name,
      { values: values.map(String), ...(expires === undefined ? {} : { expires }) },
    ]),
  );
  const sets = new Map([[text.rules, text.version]]);
  return { id: text.rules, version: text.version, sets, windows, lists, rules, ...costs };
}

/** More names than there are kinds and flows anybody treats apart. */
const namesMax = 500;

function costsOf(said: z.infer<typeof costsShape>, { complain }: Context): Costs {
  const asking = (own: AskingText, usual: CostsOfAsking): CostsOfAsking => ({
    stepUp: own["step-up"] ?? usual.stepUp,
    hold: own.hold ?? usual.hold,
    block: own.block ?? usual.block,
  });
  const general = asking(said, usualCosts);
  for (const [where, table] of [
    ["harm", said.harm ?? {}],
    ["at", said.at ?? {}],
  ] as const) {
    const names = Object.keys(table);
    if (names.length > namesMax)
      complain("question/too-large", `more than ${namesMax} names`, "leave out those that cost the usual", [
        "costs",
        where,
      ]);
    // A flow may be of an institution the catalogue does not have; a word that is neither form is a slip.
    for (const name of names)
      if (!Object.hasOwn(eventKinds, name) && !name.includes("/"))
        complain(
          "rules/unknown-word",
          `no kind of event \`${name}\``,
          helpWith(name, Object.keys(eventKinds), "name a kind, or a flow as `institution/flow`"),
          ["costs", where, name],
        );
  }
  return {
    ...general,
    usualLoss: said["usual-loss"],
    harm: said.harm,
    of:
      said.at === undefined
        ? undefined
        : Object.fromEntries(Object.entries(said.at).map(([name, own]) => [name, asking(own, general)])),
  };
}
type AskingText = Pick<z.infer<typeof costsShape>, "step-up" | "hold" | "block">;

const minutesOf = (duration: string): number => parseDuration(duration) ?? 0;

const figures = ["count", "sum", "distinct", "first", "last"] as const;

function conditionsOf(
  written: z.infer<typeof conditionsShape>,
  context: Context,
  path: readonly PropertyKey[],
  mayAskWindows: boolean,
): readonly Condition[] {
  return Object.entries(written).flatMap(([of, test]): Condition[] => {
    const at = [...path, of];
    const dot = of.lastIndexOf(".");
    const figure = figures.find((each) => each === of.slice(dot + 1));
    const name = of.slice(0, Math.max(0, dot));
    const isWindow = dot > 0 && Object.hasOwn(context.text.windows ?? {}, name);
    if (dot > 0 && (!isWindow || figure === undefined || !mayAskWindows)) {
      const known = Object.keys(context.text.windows ?? {}).flatMap((each) =>
        figures.map((one) => `${each}.${one}`),
      );
      context.complain(
        "rules/unknown-word",
        `no window \`${of}\``,
        helpWith(
          of,
          mayAskWindows ? known : [],
          "name a window of this file and one of count, sum, distinct, first, last; a window asks no window",
        ),
        at,
      );
      return [];
    }
    if (dot > 0) checkValues({ words: undefined, isFigure: figure !== undefined }, test, context, at);
    else if (isField(fieldNamed(of, context, at)))
      checkValues({ words: wordsOfField[of], isFigure: figureFields.includes(of) }, test, context, at);
    return testsOf(test, context, at).map((found) => ({
      of,
      ...found,
      ...(isWindow && figure !== undefined ? { window: { name, figure } } : {}),
    }));
  });
}

function fieldNamed(word: string, { complain }: Context, path: readonly PropertyKey[]): string {
  if (!isField(word))
    complain(
      "rules/unknown-word",
      `no field \`${word}\``,
      helpWith(word, ruleFields, "see docs/reference/detect.md"),
      path,
    );
  return word;
}

const isField = (word: string): boolean => ruleFields.some((field) => field === word);

/** What the field never says is a slip: the condition would never be met, and nobody would hear of it. */
function checkValues(
  { words, isFigure }: { readonly words: readonly string[] | undefined; readonly isFigure: boolean },
  test: z.infer<typeof testShape>,
  { complain }: Context,
  path: readonly PropertyKey[],
): void {
  const isMap = typeof test === "object" && !Array.isArray(test);
  if (isMap && !isFigure && (test.above !== undefined || test.below !== undefined))
    complain(
      "rules/unknown-word",
      `\`${String(path.at(-1))}\` is no figure`,
      "name the values it may have; only figures lie above or below one",
      path,
    );
  const named = isMap ? (test.not ?? []) : test;
  for (const value of Array.isArray(named) ? named : [named]) {
    const isSayable = words?.includes(String(value)) ?? (!isFigure || Number.isFinite(Number(value)));
    if (!isSayable)
      complain(
        "rules/unknown-word",
        `\`${String(path.at(-1))}\` is never \`${String(value)}\``,
        words === undefined ? "write a number" : `one of ${words.map((word) => `\`${word}\``).join(", ")}`,
        path,
      );
  }
}

type Found = { readonly not: boolean; readonly test: Test };

function testsOf(
  written: z.infer<typeof testShape>,
  context: Context,
  path: readonly PropertyKey[],
): readonly Found[] {
  if (Array.isArray(written)) return [{ not: false, test: isOneOf(written) }];
  if (typeof written !== "object") return [{ not: false, test: isOneOf([written]) }];
  const found: Found[] = [];
  if (written.above !== undefined || written.below !== undefined)
    found.push({
      not: false,
      test: { kind: "between", above: written.above ?? -Infinity, below: written.below ?? Infinity },
    });
  if (written.not !== undefined)
    found.push({ not: true, test: isOneOf(Array.isArray(written.not) ? written.not : [written.not]) });
  if (written.list !== undefined) found.push({ not: false, test: listNamed(written.list, context, path) });
  if (written.matches !== undefined) {
    const pattern = safePattern(written.matches);
    if (pattern === undefined)
      context.complain(
        "rules/unsafe-pattern",
        `\`${written.matches}\` may take for ever`,
        "no group under `*`, `+` or `{}`, no looking around, at most two open repeats; or write a list",
        [...path, "matches"],
      );
    else found.push({ not: false, test: { kind: "matches", pattern } });
  }
  return found;
}

const isOneOf = (values: readonly (string | number | boolean)[]): Extract<Test, { kind: "is" }> => ({
  kind: "is",
  values: new Set(values.map(String)),
});

const minutesPerDay = 1_440;

/** A month alone has no last day one could count through by mistake. */
const isDay = (text: string): boolean => isDate(text) && text.length === "2020-09-04".length;

/** A list counts through its last day, by the time of the event: a replay finds what was decided then. */
function listNamed(name: string, { text, complain }: Context, path: readonly PropertyKey[]): Test {
  const lists = text.lists ?? {};
  const list = Object.hasOwn(lists, name) ? lists[name] : undefined;
  if (list === undefined) {
    complain(
      "rules/unknown-word",
      `no list \`${name}\``,
      helpWith(name, Object.keys(lists), "write it under `lists`"),
      [...path, "list"],
    );
    return isOneOf([]);
  }
  const { expires } = list;
  const named = { ...isOneOf(list.values), list: name };
  if (expires === undefined) return named;
  return { ...named, until: Date.parse(`${expires}T00:00:00Z`) / 60_000 + minutesPerDay };
}

/** A regular expression that takes no longer than the square of the text, or nothing. */
function safePattern(text: string): RegExp | undefined {
  const isRisky =
    /\\[1-9k]|\(\?|\)[*+?{]/.test(text) || (text.match(/(?<!\\)(?:[*+]|\{\d*,)/g) ?? []).length > 2;
  if (isRisky || text.length > patternMax) return undefined;
  try {
    return new RegExp(text, "u");
  } catch {
    return undefined;
  }
}
