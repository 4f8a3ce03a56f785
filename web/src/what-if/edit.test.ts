/** A form's change is the same change as the patch file it is saved as. */
import { expect, test } from "vitest";
import { applyPatch, readYaml, type YamlText } from "../../../src/catalog/index.ts";
import { readShipped } from "../../../test/kit/shipped.ts";
import { readPopulationHere } from "../../data-plugin.ts";
import { editOf, type FlowEdit, offeredBy, partsOf, patchText, withEdit } from "./edit.ts";

const { catalog, texts } = readShipped();
const yamls = new Map<string, YamlText>();
const yamlOf = (id: string): YamlText | undefined => {
  const text = texts.find(
    ({ text: each }) => each.includes(`\ninstitution: ${id}\n`) || each.startsWith(`institution: ${id}\n`),
  );
  if (text === undefined) return undefined;
  const yaml = yamls.get(id) ?? readYaml(text.text, text.file);
  yamls.set(id, yaml);
  return yaml;
};

function patched(edit: FlowEdit) {
  const { catalog: read, complaints } = applyPatch({
    catalog,
    yamlOf,
    patch: readYaml(patchText(catalog, edit), "what-if.yaml"),
  });
  expect(complaints.filter(({ severity }) => severity === "error").map(String)).toEqual([]);
  return read?.institutions.get(edit.institution)?.flows;
}

test("every flow of every institution, as it is and with one more asked, is in the form what it is in the file", () => {
  let compared = 0;
  const template = readPopulationHere().template;
  const ids = new Set([...template.things.values()].flatMap(({ institution }) => institution ?? []));
  for (const id of ids) {
    const institution = catalog.institutions.get(id);
    for (const flow of institution?.flows ?? []) {
      const today = editOf(id, flow);
      expect(partsOf(flow).map(({ text }) => text)).toEqual(today.asks);
      const more = offeredBy(institution!).find(({ text }) => !today.asks.includes(text)); // A flow of it is at hand.
      const edit = {
        ...today,
        asks: [...today.asks, ...(more === undefined ? [] : [more.text])],
        minutes: today.minutes + 3,
      };
      const [form, file] = [withEdit(catalog, edit).institutions.get(id)?.flows, patched(edit)].map((flows) =>
        flows?.find((each) => each.id === flow.id),
      );
      expect([flow.id, form?.asks, form?.takes.min]).toEqual([flow.id, file?.asks, file?.takes.min]);
      compared += 1;
    }
  }
  expect(compared).toBeGreaterThan(20); // A test that compared nothing must not pass.
});

test("a flow that is gone is gone from the form's catalogue and from the file's", () => {
  const edit = { ...editOf("alipay", catalog.institutions.get("alipay")!.flows[0]!), isGone: true }; // Both are shipped.
  const left = withEdit(catalog, edit)
    .institutions.get("alipay")
    ?.flows.map(({ id }) => id);
  expect(left).not.toContain(edit.flow);
  expect(patched(edit)?.map(({ id }) => id)).toEqual(left);
});
