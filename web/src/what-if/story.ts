/** What the form's change opens, as the story file `design diff --stories` would write of it. */
import { applyPatch, type Catalog, catalogueDay, readYaml } from "../../../src/catalog/index.ts";
import type { OpenedFor } from "../../../src/questions/index.ts";
import { renderOpenedStory } from "../../../src/report/index.ts";
import { type FlowEdit, patchText, withEdit } from "./edit.ts";

/** By id: institutions as their files write them. */
export type InstitutionFiles = Readonly<Record<string, unknown>>;

export function storyText(
  edit: FlowEdit,
  found: OpenedFor,
  { catalog, files }: { readonly catalog: Catalog; readonly files: InstitutionFiles },
): string {
  const yamlOf = (id: string) =>
    files[id] === undefined
      ? undefined
      : { value: files[id], complaints: [], locate: () => ({ file: id, line: 1, column: 1 }) };
  const { yamls } = applyPatch({
    catalog,
    yamlOf,
    patch: readYaml(patchText(catalog, edit), "what-if.yaml"),
  });
  return renderOpenedStory({
    id: `what-if-${edit.flow}`,
    found,
    catalog: withEdit(catalog, edit),
    fileOf: (id) => (yamls.get(id) ?? yamlOf(id))?.value,
    measures: [],
    today: catalogueDay(catalog),
  });
}
