/**
 * The same people under the catalogue as it is and as it would be: how many are exposed, how soon, what it costs the
 * owners, and what each measure of the institution would do by itself.
 */
import { type Catalog, catalogueDay } from "../../../src/catalog/index.ts";
import { leakedOf } from "../../../src/person/index.ts";
import {
  type EachExposed,
  type ExposedQuestion,
  type Exposure,
  exposedAndWho,
  exposedUnderEach,
  type Occasion,
  ownersBetween,
  type Population,
  servicesBetween,
  shiftsBetween,
  soonBetween,
  tellingMoments,
} from "../../../src/population/index.ts";
import { type Lang, sayCapabilityName, sayDuration, sayFlowTitle } from "../../../src/report/index.ts";
import type { Changed, InstitutionFiles } from "./edit.ts";

/** Enough for an interval of one percent either way; a change of the form is answered while one looks. */
const people = 10_000;
export const seed = 1;
export const held: readonly string[] = ["possess(sim.main)"];

export interface Share {
  readonly share: number;
  readonly low: number;
  readonly high: number;
}
export interface Exposed {
  /** By what was read. */
  readonly read: Share;
  /** Or not ruled out: what nobody has read is as weak as the weakest of its kind. */
  readonly possible: Share;
}
export interface GroupExposed {
  readonly name: string;
  readonly of: number;
  readonly before: Exposed | null;
  readonly after: Exposed | null;
}

/** One catalogue weighed for the population. */
export interface Counted extends Pick<EachExposed, "whose" | "owners" | "soonest" | "happensTo"> {
  readonly all: Exposed;
  readonly groups: readonly (Omit<GroupExposed, "before" | "after"> & { readonly exposed: Exposed | null })[];
}

const shareOf = ({ share, low, high }: Exposure): Share => ({ share, low, high });
const exposureOf = (any: Exposure, notRuledOut: Exposure): Exposed => ({
  read: shareOf(any),
  possible: shareOf(notRuledOut),
});

const questionOf = (
  { catalog, measures }: Pick<Changed, "catalog" | "measures">,
  population: Population,
): ExposedQuestion => ({
  catalog,
  measures,
  population,
  people,
  seed,
  held,
  leaked: leakedOf({ catalog, person: population.template }),
  today: catalogueDay(catalog),
  // The two ends of what nobody has measured are the command line's matter.
  leavesEndsOut: true,
});

export function countUnder(changed: Pick<Changed, "catalog" | "measures">, population: Population): Counted {
  const { answer, whose, owners, soonest, happensTo } = exposedAndWho(questionOf(changed, population));
  return {
    all: exposureOf(answer.any, answer.notRuledOut),
    groups: answer.groups.map(({ group, value, of, any, notRuledOut }) => ({
      name: `${group.replace(/^group\./, "")}: ${value}`,
      of,
      exposed: any === null || notRuledOut === null ? null : exposureOf(any, notRuledOut),
    })),
    whose,
    owners,
    soonest,
    happensTo,
  };
}

/** The same people, so many of whom lose this after the change and not before, or before and not after. */
export interface ShiftSaid {
  readonly what: string;
  readonly opened: number;
  readonly closed: number;
}

export interface CountSaid {
  readonly population: string;
  readonly people: number;
  readonly before: Exposed;
  readonly after: Exposed;
  readonly groups: readonly GroupExposed[];
  readonly shifts: readonly ShiftSaid[];
}

export function sayCount(
  before: Counted,
  after: Counted,
  { catalog, population, lang }: Omit<Speaking, "files">,
): CountSaid {
  return {
    population: population.title[lang],
    people,
    before: before.all,
    after: after.all,
    groups: before.groups.map(({ name, of, exposed }, i) => ({
      name,
      of,
      before: exposed,
      after: after.groups[i]?.exposed ?? null, // The groups are the population's, not the catalogue's.
    })),
    shifts: shiftsBetween(before.whose, after.whose).map(({ goal, opened, closed }) => ({
      what: sayCapabilityName({ person: population.template, catalog }, goal, lang),
      opened,
      closed,
    })),
  };
}

export interface Speaking {
  readonly catalog: Catalog;
  readonly files: InstitutionFiles;
  readonly population: Population;
  readonly lang: Lang;
}

/** One of those drawn, or all of whom it is asked: what it was and what it would be. */
export interface ShareMoved {
  readonly name: string;
  readonly of: number;
  readonly before: Share;
  readonly after: Share;
}

export interface OwnersSaid {
  readonly occasion: Occasion;
  /** Who could use what is changed by themselves. */
  readonly services: readonly ShareMoved[];
  /** What is one's own, and for how many of those to whom it happens it is out of reach now, or in reach again. */
  readonly things: readonly { readonly what: string; readonly lost: number; readonly won: number }[];
}

export function sayOwners(
  before: Counted,
  after: Counted,
  changed: Pick<Changed, "catalog" | "measures">,
  { catalog, population, lang }: Omit<Speaking, "files">,
): readonly OwnersSaid[] {
  const services = servicesBetween({ catalog }, changed);
  const world = { person: population.template, catalog };
  return ownersBetween(before, after, services).map(({ occasion, services: used, things }) => ({
    occasion,
    services: used.map(({ service, of, before: was, after: is }) => ({
      // The form changes what there is and adds nothing, so it is named as it is today.
      name: sayFlowTitle({ world, lang }, service),
      of,
      before: shareOf(was),
      after: shareOf(is),
    })),
    things: things.map(({ thing, opened, closed }) => ({
      what: sayCapabilityName(world, thing, lang),
      lost: closed.people,
      won: opened.people,
    })),
  }));
}

export interface SoonSaid {
  readonly people: number;
  /** Whether opening hours are weighed. */
  readonly isAtAnHour: boolean;
  readonly by: readonly (Omit<ShareMoved, "of" | "name"> & { readonly within: string })[];
}

/** Of so many it is asked how soon; a change of the form is answered while one looks. */
const soonPeople = 500;

export function saySoon(before: Counted, after: Counted, startsAt: number | undefined, lang: Lang): SoonSaid {
  const { people: asked, by } = soonBetween(before, after, { people: soonPeople, startsAt });
  return {
    people: asked,
    isAtAnHour: startsAt !== undefined,
    by: tellingMoments(by).map(({ minutes, before: was, after: is }) => ({
      within: sayDuration(minutes, lang),
      before: shareOf(was),
      after: shareOf(is),
    })),
  };
}

export interface MeasureOffered {
  /** As a patch names it. */
  readonly name: string;
  readonly title: string;
  /** One decision for all institutions together. */
  readonly isEverywhere: boolean;
}

export interface MeasureSaid {
  readonly title: string;
  readonly isEverywhere: boolean;
  readonly exposed: Exposed;
}

/** Each measure by itself, the catalogue otherwise as it is today; what helps most first. */
export function sayMeasures(
  measures: readonly MeasureOffered[],
  { catalog, population }: Pick<Speaking, "catalog" | "population">,
): readonly MeasureSaid[] {
  const asked = questionOf({ catalog, measures: [] }, population);
  const exposed = exposedUnderEach(
    asked,
    measures.map(({ name }) => [name]),
  );
  return measures
    .flatMap(({ title, isEverywhere }, i) => {
      const each = exposed[i];
      return each === undefined
        ? []
        : [{ title, isEverywhere, exposed: exposureOf(each.any, each.notRuledOut) }];
    })
    .sort((a, b) => a.exposed.read.share - b.exposed.read.share);
}
