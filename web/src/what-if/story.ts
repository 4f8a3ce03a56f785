/** What the form's change opens, as the story file `design diff --stories` would write of it. */
import { catalogueDay } from "../../../src/catalog/index.ts";
import type { OpenedFor } from "../../../src/questions/index.ts";
import { renderOpenedStory } from "../../../src/report/index.ts";
import { type Changed, type FlowEdit, type Shipped, yamlOf } from "./edit.ts";

export function storyText(
  edit: FlowEdit,
  found: OpenedFor,
  { catalog, measures, yamls }: Changed,
  shipped: Shipped,
): string {
  return renderOpenedStory({
    id: `what-if-${edit.flow}`,
    found,
    catalog,
    fileOf: (id) => (yamls.get(id) ?? yamlOf(shipped.files, id))?.value,
    measures,
    today: catalogueDay(shipped.catalog),
  });
}
