/** Shapes made when first asked for and kept: of people somebody described, and of the somebody of each region. */
import type { Catalog } from "../catalog/index.ts";
import type { Person } from "../person/index.ts";
import { regionPerson } from "./region-person.ts";
import { type Shape, shapeOf } from "./shape.ts";

export interface ShapesAsked {
  /** One of `withUnread`. */
  readonly catalog: Catalog;
  readonly people: ReadonlyMap<string, Person>;
  readonly today: string;
  /** Where somebody lives of whom no institution says it. */
  readonly regionUsually?: string | undefined;
}

/** No institution says that it is there. */
const nowhere = "xx";

/** A described person's world takes up to some megabytes: the one not asked for longest is made again when it is. */
const ownMax = 64;

export function keepShapes({
  catalog,
  people,
  today,
  regionUsually = nowhere,
}: ShapesAsked): (person: string, region: string | undefined) => Shape {
  const own = new Map<string, Shape>();
  const ofRegion = new Map<string, Shape>();
  return (id, region = regionUsually) => {
    const person = people.get(id);
    if (person !== undefined) {
      const known = own.get(id);
      const shape = known ?? shapeOf({ catalog, person, isOwn: true, today });
      own.delete(id);
      own.set(id, shape);
      const [oldest] = own.keys();
      if (own.size > ownMax && oldest !== undefined) own.delete(oldest);
      return shape;
    }
    const known = ofRegion.get(region);
    if (known !== undefined) return known;
    const shape = shapeOf({ catalog, person: regionPerson(catalog, region), isOwn: false, today });
    ofRegion.set(region, shape);
    return shape;
  };
}
