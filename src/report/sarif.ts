/**
 * Findings of design as SARIF 2.1.0, for the code-scanning pages of other people's repositories: a rule or an effect is a
 * rule there, a broken flow or an opened loss a result with its place; the way that shows it is a code flow, the changed
 * lines are related locations. Kept, open, not bound and not in force are `pass`, `open` and `notApplicable`; none of
 * them is a failure and only the first is a pass.
 *
 * Made as plain objects: the format is a few nested records, and a builder would add a second vocabulary to learn.
 */
import type { ComplaintPlace } from "../model/index.ts";
import type { CheckAnswer, DiffAnswer, Effect, RuleAnswer } from "../questions/index.ts";
import type { Way } from "../reach/index.ts";
import { designWords } from "./design-words.ts";
import { type CheckTold, sayFinding, saySource } from "./render-check.ts";
import { isWorse } from "./render-diff.ts";
import type { Lang } from "./words.ts";

export type PlaceOf = (institution: string, flow?: string) => ComplaintPlace | undefined;

/** A scanning page takes 25,000 results of a run and shows 5,000. */
const resultsMax = 25_000;

export interface SarifHead {
  readonly version: string;
  readonly lang: Lang;
  readonly placeOf: PlaceOf;
}

const schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

function log(
  head: SarifHead,
  category: string,
  rules: readonly object[],
  results: readonly object[],
): string {
  const driver = {
    name: "chainbreak",
    semanticVersion: head.version,
    language: head.lang === "zh" ? "zh-CN" : "en",
    rules,
  };
  const run = {
    tool: { driver },
    automationDetails: { id: `chainbreak/${category}/` },
    columnKind: "utf16CodeUnits",
    results: results.slice(0, resultsMax),
    ...(results.length > resultsMax ? { properties: { resultsLeftOut: results.length - resultsMax } } : {}),
  };
  return JSON.stringify({ $schema: schema, version: "2.1.0", runs: [run] }, undefined, 2);
}

/** Absolute and revision paths are kept as they were typed; a scanning page shows those it knows. */
function locationOf(place: ComplaintPlace | undefined, name: string, message?: string): object {
  return {
    ...(place === undefined
      ? {}
      : {
          physicalLocation: {
            artifactLocation: { uri: encodeURI(place.file) },
            region: { startLine: place.line ?? 1, startColumn: place.column ?? 1 },
          },
        }),
    logicalLocations: [{ fullyQualifiedName: name, kind: "member" }],
    ...(message === undefined ? {} : { message: { text: message } }),
  };
}

const threadOf = (way: Way, { placeOf, lang }: SarifHead) => ({
  codeFlows: [
    {
      threadFlows: [
        {
          locations: way.steps.map(({ institution, flow, title, atMinutes }) => ({
            location: locationOf(placeOf(institution, flow), `${institution}/${flow}`, title[lang]),
            properties: { atMinutes },
          })),
        },
      ],
    },
  ],
});

export function checkSarif(
  answer: CheckAnswer,
  head: SarifHead,
  told: Pick<CheckTold, "whereOf" | "lang">,
): string {
  const { lang, placeOf } = head;
  const words = designWords(lang);
  const rules = answer.rules.map((rule) => ({
    id: `${rule.assertion.pack}/${rule.assertion.id}`,
    shortDescription: { text: rule.assertion.title[lang] },
    help: { text: saySource(rule, lang), markdown: saySource(rule, lang) },
    properties: {
      force: rule.assertion.force,
      ...(rule.assertion.from === undefined ? {} : { from: rule.assertion.from }),
      judged: rule.assertion.judged,
      "security-severity": rule.assertion.force === "in-force" ? "7.0" : "5.0",
    },
    ...(rule.assertion.url === undefined ? {} : { helpUri: rule.assertion.url }),
  }));
  const results = answer.rules.flatMap((rule, ruleIndex) => {
    const base = { ruleId: `${rule.assertion.pack}/${rule.assertion.id}`, ruleIndex };
    const place = { file: rule.assertion.file };
    if (rule.findings.length === 0)
      return [
        {
          ...base,
          kind: wholeKind(rule),
          level: "none",
          message: { text: `${words[rule.state]}: ${rule.assertion.title[lang]}` },
          locations: [locationOf(place, rule.assertion.id)],
        },
      ];
    return [
      ...rule.findings.map((finding) => ({
        ...base,
        kind: finding.state === "failed" ? "fail" : finding.state === "passed" ? "pass" : "open",
        level:
          finding.state !== "failed" ? "none" : rule.assertion.force === "in-force" ? "error" : "warning",
        message: {
          text: `${rule.assertion.title[lang]}: ${sayFinding(finding, { ...told, whereOf: () => undefined })}`,
        },
        locations: [
          locationOf(
            placeOf(finding.institution, finding.flow),
            finding.flow === undefined ? finding.institution : `${finding.institution}/${finding.flow}`,
          ),
        ],
        ...(finding.way === undefined ? {} : threadOf(finding.way, head)),
        partialFingerprints: { "chainbreak/v1": fingerprintOf(finding) },
      })),
      ...rule.unread.map((institution) => ({
        ...base,
        kind: "open",
        level: "none",
        message: { text: `${words["not-judged"]}: ${institution}` },
        locations: [locationOf(placeOf(institution), institution)],
      })),
    ];
  });
  return log(head, "check", rules, results);
}

const wholeKind = ({ state }: RuleAnswer): string =>
  state === "not-bound" || state === "not-in-force" ? "notApplicable" : state === "passed" ? "pass" : "open";

/** What is the same finding tomorrow, whatever line it stands on; a baseline is a list of these. */
export const fingerprintOf = ({
  rule,
  pack,
  institution,
  flow,
}: {
  readonly rule: string;
  readonly pack: string;
  readonly institution: string;
  readonly flow?: string;
}): string => [pack, rule, institution, flow ?? ""].join("/");

export interface DiffSarif {
  readonly answer: DiffAnswer;
  /** Of a change: where it stands, first in the new catalogue. */
  readonly changePlaces: readonly (readonly ComplaintPlace[])[];
  readonly sayEffect: (effect: Effect) => string;
  readonly sayCause: (index: number) => string;
}

const effectRules = [
  "opened",
  "sooner",
  "not-ruled-out",
  "gained",
  "within-reach",
  "takes-more",
  "falls",
  "locked-out",
  "closed",
  "later",
  "ruled-out",
  "no-longer-gained",
  "out-of-reach",
  "takes-less",
  "holds",
  "let-in",
] as const;

export function diffSarif({ answer, changePlaces, sayEffect, sayCause }: DiffSarif, head: SarifHead): string {
  const words = designWords(head.lang);
  const names = {
    opened: words.opened,
    sooner: words.sooner,
    closed: words.closed,
    later: words.later,
    "not-ruled-out": words["not-ruled-out"],
    "ruled-out": words["ruled-out"],
    gained: words.gained,
    "no-longer-gained": words["no-longer-gained"],
    "within-reach": words["within-reach"],
    "out-of-reach": words["out-of-reach"],
    "takes-more": words["takes-more"],
    "takes-less": words["takes-less"],
    falls: words.falls,
    holds: words.holds,
    "locked-out": words.lockedOut,
    "let-in": words.letIn,
  };
  const rules = effectRules.map((id) => ({ id: `diff/${id}`, shortDescription: { text: names[id] } }));
  const results = answer.effects.map((effect) => {
    const isMore = isWorse(effect);
    const places = effect.causes.flatMap((index) =>
      (changePlaces[index] ?? []).map((place) => ({ place, name: sayCause(index) })),
    );
    const [first, ...others] = places;
    return {
      ruleId: `diff/${effect.kind}`,
      ruleIndex: effectRules.indexOf(effect.kind),
      kind: isMore ? "fail" : "informational",
      level: effect.kind === "opened" ? "error" : isMore ? "warning" : "none",
      message: { text: sayEffect(effect) },
      locations: [locationOf(first?.place, first?.name ?? effect.goal)],
      ...(others.length === 0
        ? {}
        : {
            relatedLocations: others.map(({ place, name }, id) => ({
              id,
              ...locationOf(place, name, name),
            })),
          }),
      ...(effect.way === null ? {} : threadOf(effect.way, head)),
      partialFingerprints: {
        "chainbreak/v1": [effect.kind, effect.person, effect.held.join("+"), effect.goal].join("/"),
      },
    };
  });
  return log(head, "diff", rules, results);
}
