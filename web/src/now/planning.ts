/** The answer of `chainbreak respond`, asked in the page: the same incident, the same plan. */
import type { Catalog, YamlText } from "../../../src/catalog/index.ts";
import { readPerson } from "../../../src/person/index.ts";
import {
  type Lang,
  type Reminder,
  type ResponseAnswer,
  remindersOfTerms,
  sayCapabilityName,
  sayThing,
  tellResponse,
} from "../../../src/report/index.ts";
import {
  dayOf,
  fewWordsOf,
  type Incident,
  nobodyDescribed,
  paidBy,
  readIncident,
  respond,
} from "../../../src/respond/index.ts";

/** One language's answer, with the words for what it names by id. */
export interface PlanTold {
  readonly answer: ResponseAnswer;
  /** `know(person.name)` → `the name of the owner`. */
  readonly names: Readonly<Record<string, string>>;
  /** What money lies on, to say that it is there or gone. */
  readonly money: readonly { readonly id: string; readonly name: string }[];
  readonly terms: readonly Reminder[];
}

export type PlanAnswer =
  | ({ readonly kind: "plan" } & Readonly<Record<Lang, PlanTold>>)
  | { readonly kind: "refused"; readonly complaints: readonly string[] };

/** Who is assumed, once for the same few words: what is worked out for them is kept with them. */
const assumed = new WeakMap<Catalog, Map<string, ReturnType<typeof readPerson>>>();

function describedBy(catalog: Catalog, incident: Incident): ReturnType<typeof readPerson> {
  const words = fewWordsOf(incident);
  const key = JSON.stringify([incident.region, words]);
  const people = assumed.get(catalog) ?? new Map<string, ReturnType<typeof readPerson>>();
  const found =
    people.get(key) ?? readPerson(nobodyDescribed(catalog, incident.region, "incident", words), catalog);
  assumed.set(catalog, people.set(key, found));
  return found;
}

export function planOf(catalog: Catalog, file: unknown): PlanAnswer {
  const yaml: YamlText = {
    value: file,
    complaints: [],
    locate: (path) => ({ file: path.map(String).join(".") }),
  };
  const { incident, complaints } = readIncident(yaml, catalog);
  if (incident === undefined)
    return { kind: "refused", complaints: complaints.map(({ message }) => message) };
  const described = describedBy(catalog, incident);
  if (described.person === undefined)
    return { kind: "refused", complaints: described.complaints.map(({ message }) => message) };
  const { person } = described;
  const today = dayOf(incident);
  const response = respond({ catalog, person, isUndescribed: true, incident, today });
  const kinds = new Set(
    [...person.things.values()].flatMap(({ institution }) =>
      institution === undefined ? [] : (catalog.institutions.get(institution)?.kind ?? []),
    ),
  );
  const told = (lang: Lang): PlanTold => {
    const answer = tellResponse(response, incident, lang);
    const named = new Set([...answer.next, ...answer.then].flatMap(({ theyAsk }) => theyAsk));
    const { world } = response;
    return {
      answer,
      names: Object.fromEntries([...named].map((text) => [text, sayCapabilityName(world, text, lang)])),
      money: [...person.things.values()].flatMap(({ id, kind, institution }) => {
        const service = institution === undefined ? undefined : catalog.institutions.get(institution);
        const keepsMoney = kind === "card" || (kind === "account" && service?.kind === "wallet");
        return keepsMoney ? [{ id, name: sayThing(world, id, lang) }] : [];
      }),
      terms: remindersOfTerms(
        {
          catalog,
          region: incident.region,
          kinds,
          noticedAt: (incident.since ?? incident.at).to,
          today,
          hasPaid: incident.signs.some(({ sign }) => paidBy(sign) !== undefined),
        },
        lang,
      ),
    };
  };
  return { kind: "plan", en: told("en"), zh: told("zh") };
}
