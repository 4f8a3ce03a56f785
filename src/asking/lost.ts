/**
 * What was lost, by the name of the thing: `device.phone`, or `phone` where only one thing that can be lost has this
 * name. It is in other hands from then on.
 */
import { helpWith } from "../catalog/index.ts";
import { Complaint, capability, kindsWithRole, type ThingKind } from "../model/index.ts";
import type { Thing } from "../person/index.ts";
import type { StartQuestion } from "./starts.ts";

/** As ground text, `possess(device.phone)`; or what is wrong with it. */
export function heldByLoss(text: string, { catalog, person, place }: StartQuestion): string | Complaint {
  const { vocabulary } = catalog;
  const [inHand] = kindsWithRole(vocabulary, "in-hand");
  const kinds: readonly ThingKind[] = vocabulary.capabilities.get(inHand ?? "")?.of[0] ?? [];
  const canBeLost = ({ kind }: Thing) => kinds.includes(kind);
  const things = [...person.things.values()];
  const named = things.find(({ id }) => id === text);
  const alike = things.filter((each) => each.name === text && canBeLost(each));
  const [thing, ...others] = named === undefined ? alike : [named];
  const wrong = (message: string, help: string) =>
    new Complaint({ code: "question/cannot-be-lost", place, message, help });
  if (thing === undefined)
    return wrong(
      `no thing \`${text}\` that could be lost`,
      helpWith(
        text,
        things.filter(canBeLost).flatMap(({ id, name }) => [id, name]),
        "name a thing of the person file, such as `device.phone`",
      ),
    );
  if (others.length > 0)
    return wrong(
      `\`${text}\` may be several things`,
      `write ${[thing, ...others].map(({ id }) => `\`${id}\``).join(" or ")}`,
    );
  if (inHand === undefined || !canBeLost(thing))
    return wrong(
      `\`${thing.id}\` is nothing one holds in the hand`,
      `name what was lost: ${kinds.map((kind) => `a ${kind}`).join(", ")}`,
    );
  return capability({ kind: inHand, things: [thing.id] }).text;
}
