/** An incident of a stranger, told as somebody on the telephone would, and what its aftermath shows to be right. */
import { expect } from "vitest";
import { readYaml } from "../../src/catalog/index.ts";
import { at } from "../../src/model/index.ts";
import { readPerson } from "../../src/person/index.ts";
import { type Lang, type ResponseAnswer, tellResponse } from "../../src/report/index.ts";
import { dayOf, fewWordsOf, nobodyDescribed, readIncident, respond } from "../../src/respond/index.ts";
import type { Shipped } from "./shipped.ts";

const effort = { beliefNights: 120, planNights: 18, judgedNights: 12 };

export interface StrangersCase {
  readonly name: string;
  /** Where it was told. */
  readonly source: string;
  readonly told: string;
  /** Places of which one must be asked first. */
  readonly first: readonly string[];
  /** Who is asked at the same time by the second pair of hands. */
  readonly second?: readonly string[];
  /** Words that the sentence read out must hold, and must not. */
  readonly says?: string;
  readonly saysNot?: string;
  /** Acts nobody should be told to take before the first three are done. */
  readonly never?: RegExp;
}

/** What is answered, each act by a flow of somebody's. */
export function answerTo(told: string, { catalog }: Shipped, lang: Lang = "en"): ResponseAnswer {
  const { incident, complaints } = readIncident(readYaml(told, "incident.yaml"), catalog);
  if (incident === undefined) throw new Error(complaints.map(({ message }) => message).join());
  const yaml = nobodyDescribed(catalog, incident.region, "incident.yaml", fewWordsOf(incident));
  expect(yaml.complaints.filter(({ severity }) => severity === "error")).toEqual([]);
  const { person } = readPerson(yaml, catalog);
  if (person === undefined) throw new Error("somebody could not be read");
  const response = respond({
    catalog,
    person,
    isUndescribed: true,
    incident,
    today: dayOf(incident),
    effort,
  });
  for (const { way } of response.next)
    for (const step of way) expect(at(response.world.steps, step).kind).toBe("flow");
  return tellResponse(response, incident, lang);
}

/** The first act is one its aftermath shows right, and none of the first three one it shows wrong. */
export function checkCase(
  { told, first, second, says, saysNot, never }: StrangersCase,
  shipped: Shipped,
): ResponseAnswer {
  const answer = answerTo(told, shipped);
  const acts = [...answer.next, ...answer.then];
  const [one, two] = acts;
  expect(first).toContain(one?.institution);
  if (second !== undefined) expect(second).toContain(two?.institution);
  const said = acts
    .slice(0, 3)
    .map((act) => act.say)
    .join(" ");
  if (says !== undefined) expect(said).toContain(says);
  if (saysNot !== undefined) expect(said).not.toContain(saysNot);
  if (never !== undefined) for (const { action } of acts.slice(0, 3)) expect(action).not.toMatch(never);
  return answer;
}
