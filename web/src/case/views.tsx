/** The views of a case, as links: where the reader is, and where else to look. */
import { useEffect, useRef } from "react";
import { type CaseView, caseViews, type OwnView, ownViews, type Route } from "../app/route.ts";
import { Link, useWords } from "../app/speaking.tsx";
import { caseWords } from "./words.ts";

interface ViewsProps {
  readonly own?: string;
  readonly view: OwnView;
}

export function Views({ own, view }: ViewsProps) {
  const words = useWords(caseWords);
  const views: readonly OwnView[] = own === undefined ? caseViews : ownViews;
  const routeOf = (each: OwnView): Route =>
    own === undefined ? { at: "founding", view: each as CaseView } : { at: "person", id: own, view: each }; // Without a person only the views of a case are listed.
  const nav = useRef<HTMLElement>(null);
  // On a narrow screen the row is longer than the screen; where the reader is must be seen.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another view is another current link
  useEffect(() => {
    const current = nav.current?.querySelector<HTMLElement>('[aria-current="page"]');
    if (nav.current !== null && current != null)
      nav.current.scrollLeft = current.offsetLeft - (nav.current.clientWidth - current.offsetWidth) / 2;
  }, [view, words]);
  return (
    <nav ref={nav} className="views" aria-label={words.views}>
      <ul>
        {views.map((each) => (
          <li key={each}>
            <Link to={routeOf(each)} {...(each === view ? { "aria-current": "page" } : {})}>
              {each === "night" && own !== undefined ? words.ownNight : words[each]}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
