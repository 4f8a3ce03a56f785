/** One section of the page: a card that shows what is in it in a line, and opens alone. */
import { type ReactNode, useId } from "react";
import { Name } from "./name.tsx";
import { type SectionName, useThings } from "./things-context.tsx";

interface ShelfProps {
  readonly name: SectionName;
  readonly title: string;
  readonly lead: string;
  readonly summary: string;
  /** Questions in it nobody has answered. */
  readonly open?: number;
  readonly children: ReactNode;
}

export function Shelf({ name, title, lead, summary, open = 0, children }: ShelfProps) {
  const { section, openSection, words } = useThings();
  const id = useId();
  const isOpened = section === name;
  return (
    <section
      className={isOpened ? "shelf opened" : "shelf"}
      data-section={name}
      aria-labelledby={`${id}-title`}
    >
      <h2>
        <button
          type="button"
          className="shelf-head"
          aria-expanded={isOpened}
          aria-controls={id}
          onClick={() => openSection(isOpened ? undefined : name)}
        >
          <span className="shelf-title" id={`${id}-title`}>
            {title}
          </span>
          <span className="shelf-summary">
            <Name>{summary}</Name>
          </span>
          {open > 0 ? <span className="note-pill open-mark">{words.open(open)}</span> : null}
        </button>
      </h2>
      <div id={id} className="shelf-body" hidden={!isOpened}>
        {isOpened ? (
          <>
            <p className="hint">{lead}</p>
            {children}
          </>
        ) : null}
      </div>
    </section>
  );
}
