/** Made people use what somebody has read: nothing can be done elsewhere, and a name more is no other life. */
import { expect, test } from "vitest";
import { readShipped } from "../../test/kit/shipped.ts";
import { somebody } from "./somebody.ts";

const { catalog } = readShipped();

test("a service known by name alone is nobody's where others of its kind have been read", () => {
  const here = [...catalog.institutions.values()].filter(({ isArchetype }) => !isArchetype);
  let read = 0;
  for (let number = 0; number < 400; number++) {
    const { at, region } = somebody(catalog, 7, number);
    for (const [kind, ids] of Object.entries(at))
      for (const id of ids ?? []) {
        const isRead = (each: string) => (catalog.institutions.get(each)?.flows.length ?? 0) > 0;
        const others = here.filter(
          (each) => each.kind === kind && each.regions.includes(region) && isRead(each.id),
        );
        if (isRead(id)) read++;
        else expect([region, id, others.map((each) => each.id)]).toEqual([region, id, []]);
      }
  }
  expect(read).toBeGreaterThan(1_000);
});
