/**
 * What a person says of themselves (a phone reported lost), said to one member of an agreement and told to the others: to
 * those alone that know the person by the same word, so that nobody learns who is whose; and not by whom it came.
 */
import type { DetectEvent } from "../detect/index.ts";
import { agreementOf, type Configuration } from "./configuration.ts";
import type { PeopleKeys } from "./people-keys.ts";

/** The members that are told of this event. */
export function alerted(
  event: DetectEvent,
  institution: string,
  { configuration, people }: { readonly configuration: Configuration; readonly people: PeopleKeys },
): readonly string[] {
  if (event.kind?.isAlert !== true) return [];
  const view = configuration.viewOf.get(institution);
  const agreement = view === undefined ? undefined : agreementOf(configuration, view);
  if (view === undefined || agreement?.alerts !== true) return [];
  return agreement.members.filter(
    (member) =>
      member !== institution &&
      people.known({ view, institution: member, person: event.person }) !== undefined,
  );
}
