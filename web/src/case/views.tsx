/**
 * The views of a case, as links: where the reader is, and where else to look. On a phone what is needed again and again
 * stays in sight, the list and the card among it; the rest is one touch further.
 */
import { type CaseView, caseViews, type OwnView, ownViews } from "../app/route.ts";
import { Link, useWords } from "../app/speaking.tsx";
import { useNarrow } from "../app/use-narrow.ts";
import { caseWords } from "./words.ts";

interface ViewsProps {
  readonly own?: string;
  readonly view: OwnView;
}

/** In this order; a phone has room for these and for one more touch. */
const pinnedOwn: readonly OwnView[] = ["answer", "list", "red-card", "things"];
const pinnedFounding: readonly OwnView[] = ["answer", "night", "list"];

export function Views({ own, view }: ViewsProps) {
  const words = useWords(caseWords);
  const isNarrow = useNarrow();
  const views: readonly OwnView[] = own === undefined ? caseViews : ownViews;
  const pinned = own === undefined ? pinnedFounding : pinnedOwn;
  const shown = isNarrow ? pinned : views;
  const folded = isNarrow ? views.filter((each) => !pinned.includes(each)) : [];
  const nameOf = (each: OwnView) => {
    if (each === "night") return own === undefined ? words.night : words.ownNight;
    return isNarrow ? words[`short_${each}`] : words[each];
  };
  const tab = (each: OwnView) => (
    <li key={each}>
      <Link
        // Without a person only the views of a case are listed.
        to={
          own === undefined
            ? { at: "founding", view: each as CaseView }
            : { at: "person", id: own, view: each }
        }
        {...(each === view ? { "aria-current": "page" } : {})}
      >
        {nameOf(each)}
      </Link>
    </li>
  );
  return (
    <nav className="views" aria-label={words.views}>
      <ul>
        {shown.map(tab)}
        {folded.length === 0 ? null : (
          <li>
            {/* Shut again wherever the reader goes. */}
            <details key={view} className={folded.includes(view) ? "more-views current" : "more-views"}>
              <summary>{folded.includes(view) ? nameOf(view) : words.more}</summary>
              <ul>{folded.map(tab)}</ul>
            </details>
          </li>
        )}
      </ul>
    </nav>
  );
}
