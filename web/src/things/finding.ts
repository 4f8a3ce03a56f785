/** The services of the catalogue as something to be searched: which of them can be what is asked for, how near they are. */
import type { InstitutionKind, ThingKind } from "../../../src/model/index.ts";
import type { Lang } from "../../../src/report/index.ts";
import type { Findable } from "./search.ts";
import type { Service } from "./services.ts";

export interface FindableService extends Findable {
  readonly service: Service;
  readonly group: InstitutionKind;
}

interface Finding {
  readonly lang: Lang;
  readonly region?: string | undefined;
  /** What it must be able to run; absent: anything. */
  readonly provides?: ThingKind;
  /** Which kinds of service are meant. */
  readonly kinds?: readonly InstitutionKind[];
}

/** What stands for any service of its kind comes last: a name is worth more. */
export function findable(
  services: readonly Service[],
  { lang, region, provides, kinds }: Finding,
): readonly FindableService[] {
  return services
    .filter((service) => service.provides.length > 0)
    .filter((service) => provides === undefined || service.provides.includes(provides))
    .filter((service) => kinds === undefined || kinds.includes(service.kind))
    .map((service) => ({
      id: service.id,
      service,
      names: [service.name[lang], service.name[lang === "en" ? "zh" : "en"], ...service.also, service.id],
      group: service.kind,
      isFar: service.regions.length > 0 && !service.regions.includes(region ?? ""),
      isStandIn: service.isArchetype,
      order: service.regions.length === 0 ? 1 : 0,
    }));
}
