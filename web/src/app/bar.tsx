/** The way home and the language. */
import { Languages } from "./languages.tsx";
import type { Place } from "./route.ts";
import { Link } from "./speaking.tsx";

export function Bar({ place }: { readonly place: Place }) {
  return (
    <header className="bar">
      <Link to={{ at: "home" }} className="brand">
        chainbreak
      </Link>
      <Languages place={place} />
    </header>
  );
}
