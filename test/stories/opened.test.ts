/** What the page's *What if* writes of its smallest example is a story that holds, and that holds by the change alone. */
import { expect, test } from "vitest";
import { parse, stringify } from "yaml";
import { readYaml } from "../../src/catalog/index.ts";
import { readStory, runStory } from "../../src/testing/index.ts";
import { readInstitutionFilesHere, readPopulationHere } from "../../web/data-plugin.ts";
import { effectsOf, smallestOf } from "../../web/src/what-if/asking.ts";
import { editOf, type FlowEdit } from "../../web/src/what-if/edit.ts";
import { readShipped } from "../kit/shipped.ts";

const { catalog } = readShipped();
const speaking = {
  catalog,
  population: readPopulationHere(),
  files: readInstitutionFilesHere(),
  lang: "zh",
} as const;

function isSo(text: string): boolean {
  const { story, complaints } = readStory(readYaml(text, "s.yaml"), "s.yaml", catalog, () => undefined);
  expect(complaints.map(String)).toEqual([]);
  return story !== undefined && runStory(story).isPassed;
}

/** One part of what it asks is asked no longer. */
function check(institution: string, id: string, left: string): void {
  const flow = catalog.institutions.get(institution)?.flows.find((each) => each.id === id);
  if (flow === undefined) throw new RangeError(`no flow ${institution}/${id}`);
  const today = editOf(institution, flow);
  const edit: FlowEdit = { ...today, asks: today.asks.filter((each) => !each.includes(left)) };
  expect(edit.asks.length).toBe(today.asks.length - 1);
  const found = smallestOf(edit, [], effectsOf(edit, speaking), speaking);
  if (typeof found === "string") throw new Error(`no smallest person: ${found}`);
  expect(isSo(found.story)).toBe(true);
  const { institutions: _, ...without } = parse(found.story);
  expect(isSo(stringify(without))).toBe(false);
}

test("a story of the page holds where the catalogue knows nothing of the change, and not without what it says itself", () => {
  check("alipay", "reset-payment-password-by-code-and-card", "card.number");
  check("alipay", "pay-with-bound-card", "authorise-payment");
});
