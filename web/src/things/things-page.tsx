/** To come. */
import type { KeptPerson } from "../people/people.ts";

interface ThingsPageProps {
  readonly id: string;
  readonly person: KeptPerson;
}

export function ThingsPage({ id, person }: ThingsPageProps) {
  return (
    <main>
      {id} {person.document.person.id}
    </main>
  );
}
