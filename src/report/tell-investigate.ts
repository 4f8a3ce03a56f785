/**
 * What an investigation found, in one language: every id as a name, every reason as a sentence, every place as a place. For
 * the page; the answer stays as it is beside it.
 */
import type { Grounded } from "../ground/index.ts";
import type {
  EvidenceRow,
  ExplainedStep,
  InvestigateAnswer,
  OpenKind,
  QuestionAnswer,
} from "../investigate/index.ts";
import { isGoodWill, kindsWithRole, physics, splitCapability } from "../model/index.ts";
import {
  actorWords,
  becauseWords,
  closingWords,
  exportWords,
  findingWords,
  inOrder,
  openWords,
  questionWords,
  unseenWords,
} from "./investigate-words.ts";
import { sayCapabilityName, sayConditionName, sayInstitution, sayThing } from "./say.ts";
import { sayMoney } from "./say-amounts.ts";
import type { Lang } from "./words.ts";

export interface StepTold {
  readonly institution: string;
  readonly institutionName: string;
  readonly title: string;
  readonly actor: "owner" | "helper" | "intruder" | "unknown";
  readonly actorSaid: string;
  readonly from: string;
  readonly to: string;
  readonly isUnseen: boolean;
  readonly rests: readonly { readonly said: string; readonly on?: number }[];
  /** What would explain the same rows as well. */
  readonly orElse: readonly string[];
  readonly rows: readonly EvidenceRow[];
}

export interface FitTold {
  readonly flow: string;
  readonly title: string;
}

export interface MissingTold {
  readonly takes: readonly string[];
  readonly gives: readonly string[];
  readonly fits: readonly FitTold[];
  readonly from: string;
  readonly to: string;
  readonly rows: readonly EvidenceRow[];
}

export interface OpenTold {
  /** The same for the same finding of the same records. */
  readonly id: string;
  readonly kind: OpenKind;
  readonly title: string;
  readonly what: string;
  /** That no record shows it; absent: the rows do. */
  readonly unseen?: string;
  readonly because: string;
  readonly how: string;
  readonly seen: string;
  /** Whom to call, where the catalogue knows a number. */
  readonly call?: { readonly name: string; readonly tel: string };
  readonly rows: readonly EvidenceRow[];
}

export interface QuestionTold {
  readonly id: string;
  readonly question: string;
  readonly status: QuestionAnswer["status"];
  readonly answers: readonly string[];
  readonly wouldAnswer: readonly string[];
  readonly rows: readonly EvidenceRow[];
}

export interface MoneyTold {
  readonly what: string;
  readonly at: string;
  readonly amount: number | null;
  readonly currency: string | null;
  readonly rows: readonly EvidenceRow[];
}

export interface InvestigationTold {
  readonly headline: string;
  readonly doubt?: string;
  readonly label: InvestigateAnswer["label"];
  readonly labelSaid: string;
  readonly steps: readonly StepTold[];
  /** What was had at the start of the story, and nobody saw how. */
  readonly assumed: readonly string[];
  readonly missing: readonly MissingTold[];
  readonly open: readonly OpenTold[];
  readonly questions: readonly QuestionTold[];
  readonly losses: readonly MoneyTold[];
  readonly contradictions: readonly (readonly string[])[];
  readonly unread: readonly { readonly what: string; readonly said: string }[];
}

export function tellInvestigation(answer: InvestigateAnswer, world: Grounded, lang: Lang): InvestigationTold {
  const saying: Saying = { world, lang };
  const [first] = answer.explanations;
  const missing = answer.missingLinks.map(({ takes, gives, fits, from, to, evidence }) => ({
    takes: takes.map((each) => sayWhat(saying, each)),
    gives: gives.map((each) => sayWhat(saying, each)),
    fits: fits.map((flow) => ({ flow, title: sayFlowTitle(saying, flow) })),
    from,
    to,
    rows: evidence,
  }));
  const steps = (first?.steps ?? []).map((step): StepTold => {
    const [institution = ""] = step.flow.split("/");
    return {
      institution,
      institutionName:
        institution === physics ? findingWords.hands[lang] : sayInstitution(world, institution, lang),
      title: titleOfFlow(saying, step.flow, step.actor),
      actor: step.actor,
      actorSaid: actorWords[step.actor]![lang],
      from: step.from,
      to: step.to,
      isUnseen: step.unseen,
      rests: step.rests.map(({ capability, on }) => ({
        said: sayCapabilityName(world, capability, lang),
        ...(on === undefined ? {} : { on }),
      })),
      orElse: sayOrElse(step, saying),
      rows: step.evidence,
    };
  });
  return {
    ...headline(saying, { missing, steps, isAnyUnexplained: answer.unexplained.length > 0 }),
    label: answer.label,
    labelSaid: findingWords[answer.label][lang],
    steps,
    assumed: (first?.assumed ?? []).map((each) => sayWhat(saying, each)),
    missing,
    open: openTold(saying, answer),
    questions: answer.questions.map(({ id, status, answer: found, because, wouldAnswer }) => ({
      id,
      question: questionWords[id][lang],
      status,
      answers: found.map((each) => sayFound(saying, answer, each)),
      wouldAnswer: wouldAnswer.map((each) => exportWords[each]?.[lang] ?? each),
      rows: because,
    })),
    losses: answer.losses.map(({ what, evidence, ...money }) => ({
      ...money,
      what: sayAnswer(saying, what),
      rows: evidence,
    })),
    contradictions: answer.contradictions,
    unread: answer.coverage.gaps.map(({ what, kind }) => ({
      what: sayWhat(saying, what),
      said: exportWords[kind]?.[lang] ?? kind,
    })),
  };
}

/** An answer to a question, a sum with its currency. */
export const sayFound = (saying: Saying, answer: InvestigateAnswer, found: string): string =>
  isSum(found)
    ? sayMoney(Number(found), currencyOf(answer, saying.world), saying.lang)
    : sayAnswer(saying, found);

/** Two moments or two sums: what is asked for lies between them. */
export const isSpan = (found: readonly string[]): boolean =>
  found.length === 2 && (found.every(isSum) || found.every((each) => /^\d{4}-\d\d-\d\dT/.test(each)));

/** Of one currency; several are told with their names. */
const isSum = (text: string): boolean => /^\d+\.\d\d$/.test(text);

const currencyOf = ({ losses }: InvestigateAnswer, { person }: Grounded): string | undefined =>
  losses[0]?.currency ?? person.currency;

export interface Saying {
  readonly world: Grounded;
  readonly lang: Lang;
}

interface FlowSaying {
  readonly world: Pick<Grounded, "catalog">;
  readonly lang: Lang;
}

/** `2020-09-04T20:57:00+08:00` → `2020-09-04 20:57`. */
export const sayClock = (moment: string): string => moment.slice(0, 16).replace("T", " ");
const sayTime = (moment: string, other: string): string =>
  moment.slice(0, 10) === other.slice(0, 10) ? moment.slice(11, 16) : sayClock(moment);

function headline(
  { lang }: Saying,
  {
    missing,
    steps,
    isAnyUnexplained,
  }: {
    readonly missing: readonly MissingTold[];
    readonly steps: readonly StepTold[];
    readonly isAnyUnexplained: boolean;
  },
): Pick<InvestigationTold, "headline" | "doubt"> {
  const [link] = missing;
  if (link !== undefined) {
    const [fit] = link.fits;
    return {
      headline: findingWords.missing[lang](
        sayClock(link.from),
        sayTime(link.to, link.from),
        link.gives.slice(0, 2).join(lang === "zh" ? "、" : " and "),
      ),
      doubt: fit === undefined ? findingWords.noneFits[lang] : findingWords.likely[lang](fit.title),
    };
  }
  const first = steps.find(({ actor }) => actor === "intruder") ?? steps[0];
  return {
    headline:
      first === undefined
        ? findingWords[isAnyUnexplained ? "unexplained" : "nothing"][lang]
        : findingWords.first[lang](sayClock(first.from), first.title),
  };
}

function openTold(saying: Saying, { open }: InvestigateAnswer): readonly OpenTold[] {
  const { lang, world } = saying;
  return inOrder(open).map(({ kind, what, things, unseen, because }): OpenTold => {
    const keeper = keeperOf(saying, kind, what, things);
    const institution = keeper === undefined ? undefined : world.catalog.institutions.get(keeper);
    const tel = institution?.contacts.find((contact) => contact.tel !== undefined)?.tel;
    const [about = ""] = because.words;
    return {
      id: `${kind} ${what}`,
      kind,
      title: openWords[kind][lang],
      what: sayWhat(saying, what),
      ...(unseen ? { unseen: unseenWords[lang] } : {}),
      because: becauseWords[because.code][lang](
        world.catalog.institutions.has(about) ? sayInstitution(world, about, lang) : "",
      ),
      how: closingWords[kind].how[lang],
      seen: closingWords[kind].seen[lang],
      ...(institution === undefined || tel === undefined
        ? {}
        : { call: { name: institution.name[lang], tel } }),
      rows: because.rows,
    };
  });
}

/** Who can close it: the bank, where a card is in somebody else's wallet; else who keeps what it is about. */
function keeperOf(
  { world }: Saying,
  kind: OpenKind,
  what: string,
  things: readonly string[],
): string | undefined {
  const named = [...things, ...(splitCapability(what)?.subjects ?? [])].map(
    (thing) => world.wiring.things.get(thing.split(".").slice(0, 2).join("."))?.institution,
  );
  const card = things.find((thing) => thing.startsWith("card."));
  if ((kind === "rogue-wallet" || kind === "link") && card !== undefined)
    return world.wiring.things.get(card)?.institution;
  return world.catalog.institutions.has(what) ? what : named.find((each) => each !== undefined);
}

/** An id of whatever kind, by its name. */
export function sayWhat({ world, lang }: Saying, what: string): string {
  if (world.catalog.institutions.has(what)) return sayInstitution(world, what, lang);
  if (world.wiring.things.has(what)) return sayThing(world, what, lang);
  const kind = splitCapability(what)?.kind ?? "";
  const { capabilities, conditions } = world.catalog.vocabulary;
  if (conditions.has(kind)) return sayConditionName(world, what, lang);
  return capabilities.has(kind) ? sayCapabilityName(world, what, lang) : what;
}

/** By its title; one that is lent by its kind's, and it is said that nobody read it there. */
function titleOfFlow({ world, lang }: FlowSaying, flow: string, actor?: string): string {
  const [institution = "", id = ""] = flow.split("/");
  const [lender = "", lentId] = id.split(":");
  const keeper = world.catalog.institutions.get(lentId === undefined ? institution : lender);
  const found = keeper?.flows.find((each) => each.id === (lentId ?? id));
  const title = found?.title[lang];
  if (found === undefined || title === undefined) return id;
  if ((actor === "owner" || actor === "helper") && isGoodWill(found)) {
    const ownLines = kindsWithRole(world.catalog.vocabulary, "own-line");
    const isNewSim = found.gives.some(({ kind }) => ownLines.includes(kind));
    return (isNewSim ? findingWords.newSimByEmployee : findingWords.byEmployee)[lang];
  }
  return lentId === undefined ? title : findingWords.lent[lang](title);
}

/** What would explain the same rows as well, each named once; of the same flow, the things it would have been run on. */
export function sayOrElse(step: ExplainedStep | undefined, saying: Saying): readonly string[] {
  const { lang } = saying;
  const told = (step?.orElse ?? []).map(({ flow, things, toldApartBy }) => {
    const title = sayFlowTitle(saying, flow);
    const others = things.filter((thing) => step?.things.includes(thing) !== true);
    const on = flow === step?.flow ? others.map((thing) => sayWhat(saying, thing)) : [];
    const undecided = toldApartBy.length === 0 ? [findingWords.undecided[lang]] : [];
    const more = [...on, ...undecided].join(lang === "zh" ? "，" : ", ");
    return more === "" ? title : lang === "zh" ? `${title}（${more}）` : `${title} (${more})`;
  });
  return [...new Set(told)];
}

/** `institution/flow` by both their names; what the catalogue does not know as it stands. */
export function sayFlowTitle({ world, lang }: FlowSaying, flow: string, actor?: string): string {
  const [institution = "", id] = flow.split("/");
  const found = world.catalog.institutions.get(institution);
  if (id === undefined || found === undefined) return flow;
  const title = titleOfFlow({ world, lang }, flow, actor);
  if (title === id) return flow;
  return institution === physics ? title : `${found.name[lang]}${lang === "zh" ? "：" : ": "}${title}`;
}

/** An answer is a moment, a flow, who did which flow, a sum, or an id. */
function sayAnswer(saying: Saying, text: string): string {
  if (/^\d{4}-\d\d-\d\dT/.test(text)) return sayClock(text);
  const [first = "", second] = text.split(" ");
  const actor = second === undefined ? undefined : actorWords[first];
  if (actor !== undefined && second !== undefined)
    return `${actor[saying.lang]}${saying.lang === "zh" ? "：" : ": "}${sayFlowTitle(saying, second, first)}`;
  return text.includes("/") ? sayFlowTitle(saying, text) : sayWhat(saying, text);
}
